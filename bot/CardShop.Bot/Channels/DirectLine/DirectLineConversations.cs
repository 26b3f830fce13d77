using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Conversations of the web channel: opened, greeted once, and spoken in.</summary>
internal sealed class DirectLineConversations(ITurnRunner turns, ITranscript transcript)
{
    /// <summary>The channel's id.</summary>
    public const string Channel = "directline";

    /// <summary>A turn outlives the request that brought it: a customer who says yes and closes the page has said yes.</summary>
    private static readonly CancellationToken Unhurried = CancellationToken.None;

    /// <summary>A name that nobody can guess for a conversation that is to be opened.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The conversation's name in the house.</summary>
    public static string Key(string conversationId) => $"{Channel}:{conversationId}";

    /// <summary>What is known of it; null when it was never opened.</summary>
    public Task<ConversationInfo?> FindAsync(string conversationId, CancellationToken cancellationToken) =>
        transcript.FindAsync(Key(conversationId), cancellationToken);

    /// <summary>Opens the token's conversation and greets. Doing it again changes nothing.</summary>
    /// <returns>Whether it is new.</returns>
    public async Task<bool> StartAsync(DirectLineToken token, string? locale)
    {
        var key = Key(token.ConversationId);
        await turns.OpenAsync(new ConversationOpening(key, Channel, token.UserId, Reference: null), Unhurried);
        var outcome = await turns.RunAsync(new InboundTurn(key, "joined", new CustomerJoined(locale), Echo: null), Unhurried);
        return !outcome.Repeated;
    }

    /// <summary>Takes in what a page has posted.</summary>
    /// <returns>The id that the activity has now.</returns>
    public async Task<string> PostAsync(DirectLineToken token, ActivityRequest posted)
    {
        var inboundId = InboundId(posted.Json);
        if (posted.Activity.Type != ActivityTypes.Message)
        {
            // Typing signs and a page's events leave no trace; a person at the desk may see the former.
            if (posted.Activity.Type == ActivityTypes.Typing)
            {
                transcript.SignCustomerTyping(Key(token.ConversationId));
            }

            return inboundId;
        }

        var key = Key(token.ConversationId);
        var outcome = await turns.RunAsync(new InboundTurn(key, inboundId, CustomerWords.Read(posted.Activity, posted.Files), Echo(posted.Json, token)), Unhurried);
        return outcome.Entries.FirstOrDefault(entry => entry.Speaker is Speaker.Customer)?.Id ?? inboundId;
    }

    /// <summary>
    /// A page names each of its messages in <c>channelData.clientActivityID</c> and uses the same name when it sends one again. The name is the page's own, of any
    /// length: its hash can't get in the way of other ids. A message without a name is taken as new.
    /// </summary>
    private static string InboundId(JsonObject json) =>
        json["channelData"] is JsonObject channelData && channelData["clientActivityID"] is JsonValue name && name.GetValueKind() is JsonValueKind.String
            ? $"c-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.GetValue<string>())))[..32]}"
            : $"m-{Guid.NewGuid():n}";

    /// <summary>What the page's own stream gives back: everything that was sent, from nobody but the one that the token names.</summary>
    private static string Echo(JsonObject json, DirectLineToken token)
    {
        var from = json["from"] as JsonObject ?? [];
        json["from"] = from;
        if (token.UserId is { } user)
        {
            from["id"] = user;
        }

        from["role"] = RoleTypes.User;
        return json.ToJsonString(ActivitiesJson.Protocol);
    }
}
