using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Activities;

/// <summary>
/// One thing that is said or happens in a conversation, as the Bot Framework writes it. Only what the shop's bot uses has a name here; everything else
/// travels in <see cref="Properties"/>, so that reading and writing an activity loses nothing.
/// </summary>
public sealed record Activity
{
    /// <summary>What it is; see <see cref="ActivityTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>The channel's id of it.</summary>
    public string? Id { get; init; }

    /// <summary>When it was sent, by the channel's clock.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>When it was sent, by the sender's clock, kept as written.</summary>
    public string? LocalTimestamp { get; init; }

    /// <summary>Where answers are posted to.</summary>
    public string? ServiceUrl { get; init; }

    /// <summary>The channel, such as <c>directline</c> or <c>msteams</c>.</summary>
    public string? ChannelId { get; init; }

    /// <summary>Who sent it.</summary>
    public ChannelAccount? From { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>Who it is for.</summary>
    public ChannelAccount? Recipient { get; init; }

    /// <summary>Who has joined, in a <see cref="ActivityTypes.ConversationUpdate"/>.</summary>
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    /// <summary>The words.</summary>
    public string? Text { get; init; }

    /// <summary>How <see cref="Text"/> is written; see <see cref="TextFormats"/>.</summary>
    public string? TextFormat { get; init; }

    /// <summary>BCP 47 tag of the words.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether an answer is awaited; see <see cref="InputHints"/>.</summary>
    public string? InputHint { get; init; }

    /// <summary>Buttons that vanish once one is pressed.</summary>
    public SuggestedActions? SuggestedActions { get; init; }

    /// <summary>Cards and files.</summary>
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    /// <summary>The channel's own data.</summary>
    public JsonElement? ChannelData { get; init; }

    /// <summary>The <see cref="Id"/> of the activity that this one answers.</summary>
    public string? ReplyToId { get; init; }

    /// <summary>What a card or an invoke hands back.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>The name of an event or an invoke.</summary>
    public string? Name { get; init; }

    /// <summary>How answers travel; see <see cref="DeliveryModes"/>.</summary>
    public string? DeliveryMode { get; init; }

    /// <summary>Everything that has no name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
