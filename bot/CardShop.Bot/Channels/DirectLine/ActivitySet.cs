using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Translation;
using CardShop.Bot.Evidence;
using CardShop.Bot.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>What a poll answers and a socket sends: activities, and the watermark to go on from.</summary>
internal static class ActivitySet
{
    /// <summary>How many activities one answer holds; the rest comes with the next one.</summary>
    public const int Limit = 100;

    /// <summary>People of the shop speak under their names, on the bot's side of the conversation.</summary>
    private const string AgentId = "cardshop-agent";

    private static readonly ChannelAccount Bot = new("cardshop-bot", Role: RoleTypes.Bot);

    /// <summary>
    /// Where to go on from. One that can't be read means the beginning: the client then gets again what it has, known by its ids, whereas a refusal would end its
    /// polling for good.
    /// </summary>
    public static long ReadWatermark(string? watermark) =>
        long.TryParse(watermark, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    /// <summary>Entries of a conversation, after which the client goes on from the last of them.</summary>
    /// <param name="conversationId">The channel's id of it.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="after">Where the client was before.</param>
    /// <param name="addressOf">Signs an address at which the reader may look at a piece of evidence.</param>
    /// <param name="attachments">Adds what goes with a message behind a signed address.</param>
    public static byte[] Of(string conversationId, IReadOnlyList<TranscriptEntry> entries, long after, Func<string, string> addressOf, SignedAttachments attachments) =>
        Write(entries.Select(entry => ToActivity(conversationId, entry, addressOf, attachments)), entries is [.., var last] ? last.Sequence : after);

    /// <summary>The sign that the bot is at work. It has no place in the order of things, and so no watermark.</summary>
    public static byte[] Typing(string conversationId, DateTimeOffset now) => Write(
        [
            ToJson(new Activity
            {
                Type = ActivityTypes.Typing,
                Id = $"t-{Guid.NewGuid():n}",
                Timestamp = now,
                ChannelId = DirectLineConversations.Channel,
                Conversation = new ConversationAccount(conversationId),
                From = Bot,
            }),
        ],
        watermark: null);

    private static JsonNode? ToActivity(string conversationId, TranscriptEntry entry, Func<string, string> addressOf, SignedAttachments attachments) =>
        entry.Echo is { } echo ? Echo(conversationId, entry, echo, addressOf) : ToJson(Spoken(conversationId, entry, addressOf, attachments));

    private static Activity Spoken(string conversationId, TranscriptEntry entry, Func<string, string> addressOf, SignedAttachments attachments)
    {
        var activity = attachments.Add(BotActivity.Of(entry), entry);
        return activity with
        {
            ChannelId = DirectLineConversations.Channel,
            Conversation = new ConversationAccount(conversationId),
            From = entry.Speaker is Speaker.Agent ? new ChannelAccount(AgentId, entry.Message?.From, RoleTypes.Bot) : Bot,
            Attachments = SentFiles.Of(entry, addressOf) ?? activity.Attachments,
        };
    }

    /// <summary>The customer's own activity as it was sent, with what the server knows about it.</summary>
    private static JsonNode? Echo(string conversationId, TranscriptEntry entry, string echo, Func<string, string> addressOf)
    {
        var json = JsonNode.Parse(echo);
        if (json is JsonObject activity)
        {
            activity["id"] = entry.Id;
            activity["timestamp"] = JsonSerializer.SerializeToNode(entry.At, ActivitiesJson.Protocol);
            activity["channelId"] = DirectLineConversations.Channel;
            activity["conversation"] = new JsonObject { ["id"] = conversationId };
            EvidenceEcho.Sign(activity, addressOf);
        }

        return json;
    }

    private static JsonNode? ToJson(Activity activity) => JsonSerializer.SerializeToNode(activity, ActivitiesJson.Protocol);

    private static byte[] Write(IEnumerable<JsonNode?> activities, long? watermark)
    {
        var set = new JsonObject { ["activities"] = new JsonArray([.. activities]) };
        if (watermark is { } sequence)
        {
            set["watermark"] = sequence.ToString(CultureInfo.InvariantCulture);
        }

        return JsonSerializer.SerializeToUtf8Bytes(set, ActivitiesJson.Protocol);
    }
}
