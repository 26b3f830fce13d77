using System.Text.Json;
using System.Text.Json.Serialization;

namespace CardShop.Activities;

/// <summary>Somebody who takes part in a conversation.</summary>
/// <param name="Id">The channel's id of the account.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Role">See <see cref="RoleTypes"/>; a missing one reads as bot.</param>
public sealed record ChannelAccount(string? Id = null, string? Name = null, string? Role = null)
{
    /// <summary>Everything that has no name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>A conversation in a channel.</summary>
/// <param name="Id">The channel's id of the conversation.</param>
/// <param name="Name">The name to show.</param>
public sealed record ConversationAccount(string? Id = null, string? Name = null)
{
    /// <summary>Everything that has no name here.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}

/// <summary>All that is needed to write to a conversation again, also hours later.</summary>
public sealed record ConversationReference
{
    /// <summary>The activity that it was taken from.</summary>
    public string? ActivityId { get; init; }

    /// <summary>The customer.</summary>
    public ChannelAccount? User { get; init; }

    /// <summary>The bot.</summary>
    public ChannelAccount? Bot { get; init; }

    /// <summary>The conversation.</summary>
    public ConversationAccount? Conversation { get; init; }

    /// <summary>The channel.</summary>
    public string? ChannelId { get; init; }

    /// <summary>The customer's language.</summary>
    public string? Locale { get; init; }

    /// <summary>Where activities are posted to.</summary>
    public string? ServiceUrl { get; init; }
}
