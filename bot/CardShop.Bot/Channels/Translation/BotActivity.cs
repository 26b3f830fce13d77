using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation;

/// <summary>What the bot has said, as an activity. The channel adds who it is from, who it is for, and where.</summary>
internal static class BotActivity
{
    /// <summary>The activity of an entry that the bot or a person of the shop has spoken.</summary>
    public static Activity Of(TranscriptEntry entry)
    {
        var message = entry.Message ?? throw new ArgumentException($"Entry {entry.Id} holds no words of the bot.", nameof(entry));
        return new Activity
        {
            Type = ActivityTypes.Message,
            Id = entry.Id,
            Timestamp = entry.At,
            ReplyToId = entry.ReplyTo,
            Text = message.Text,
            TextFormat = TextFormats.Plain,
            Locale = message.Locale,
            InputHint = message.QuestionId is null ? InputHints.AcceptingInput : InputHints.ExpectingInput,
            SuggestedActions = Buttons(message.Options),
            Attachments = Cards.AdaptiveCards.Of(message) is { } card ? [card] : null,
            ChannelData = CaseData.Of(message),
        };
    }

    /// <summary>Pressing a button says its label, so that the transcript reads as it was spoken.</summary>
    private static SuggestedActions? Buttons(IReadOnlyList<Option> options) => options.Count == 0 ? null : new SuggestedActions(
        [.. options.Select(option => new CardAction(ActionTypes.ImBack, option.Label, Text(option.Label)))]);

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(JsonValue.Create(text), ActivitiesJson.Protocol);
}
