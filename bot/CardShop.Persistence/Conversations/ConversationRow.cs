namespace CardShop.Persistence.Conversations;

/// <summary>Where a conversation stands. Saved against <see cref="Version"/>, so that two turns can never both build on the same one.</summary>
public sealed class ConversationRow
{
    /// <summary>Ours, across all channels.</summary>
    public required string Id { get; init; }

    /// <summary>The channel's id.</summary>
    public required string Channel { get; init; }

    /// <summary>The signed-in customer, or null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What the channel needs to write to it again, as its own JSON.</summary>
    public string? Reference { get; private set; }

    /// <summary>The state of the core, as JSON; null before the first turn.</summary>
    public string? State { get; private set; }

    /// <summary>The sequence of the newest transcript entry; 0 without one.</summary>
    public long LastSequence { get; private set; }

    /// <summary>Grows with each turn.</summary>
    public long Version { get; private set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When its last turn was.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>A conversation in which nothing has happened yet.</summary>
    public static ConversationRow Open(string id, string channel, string? customerId, string? reference, DateTimeOffset at) => new()
    {
        Id = id,
        Channel = channel,
        CustomerId = customerId,
        Reference = reference,
        OpenedAt = at,
        UpdatedAt = at,
    };

    /// <summary>Takes over a channel's reference, where it has moved.</summary>
    public void Refer(string reference) => Reference = reference;

    /// <summary>Takes over what a turn came to.</summary>
    public void Advance(string state, long lastSequence, DateTimeOffset at)
    {
        State = state;
        LastSequence = lastSequence;
        UpdatedAt = at;
        Version++;
    }
}
