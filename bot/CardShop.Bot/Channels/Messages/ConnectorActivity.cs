using System.Text.Json;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Translation;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.Messages;

/// <summary>The bot's side of a conversation in a connector channel, as the reference tells it.</summary>
internal static class ConnectorActivity
{
    /// <summary>The way back to a conversation; null when it is no connector's.</summary>
    public static ConversationReference? ReadReference(ConversationInfo conversation) => ReadReference(conversation.Reference);

    /// <summary>The same from its JSON.</summary>
    public static ConversationReference? ReadReference(string? json) =>
        json is not null ? JsonSerializer.Deserialize<ConversationReference>(json, ActivitiesJson.Protocol) : null;

    /// <summary>What the bot said.</summary>
    public static Activity Of(TranscriptEntry entry, ConversationReference reference)
    {
        var activity = Address(BotActivity.Of(entry), reference);
        return activity with
        {
            From = entry.Message?.From is { } person ? activity.From! with { Name = person } : activity.From,
            ReplyToId = entry.ReplyTo is { } replyTo && ConnectorAddress.IsChannelsOwn(replyTo) ? replyTo : null,

            // A conversation may have more people in it than the customer.
            SuggestedActions = activity.SuggestedActions is { } buttons && reference.User?.Id is { } customer
                ? buttons with { To = [customer] }
                : activity.SuggestedActions,
        };
    }

    /// <summary>The sign that the bot is at work.</summary>
    public static Activity Typing(ConversationReference reference) => Address(new Activity { Type = ActivityTypes.Typing }, reference);

    /// <summary>Says who it is from, who it is for, and where.</summary>
    public static Activity Address(Activity activity, ConversationReference reference) => activity with
    {
        ChannelId = reference.ChannelId,
        Conversation = reference.Conversation,
        From = (reference.Bot ?? new ChannelAccount()) with { Role = RoleTypes.Bot },
        Recipient = reference.User,
        ServiceUrl = reference.ServiceUrl,
    };
}
