using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Everything that one decision depends on: nothing else does.</summary>
public sealed record Turn
{
    /// <summary>Where the conversation stands.</summary>
    public required ConversationState State { get; init; }

    /// <summary>What has happened.</summary>
    public required Incoming Incoming { get; init; }

    /// <summary>The shop's customer who is signed in, by a token of the shop's server; null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The moment of the turn, by the one clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>A fresh case number, used if this turn opens a case.</summary>
    public required string NewCaseNumber { get; init; }

    /// <summary>What the shop lets the bot do (Shop:Commands).</summary>
    public CommandMode Commands { get; init; } = CommandMode.Live;

    /// <summary>Answers to what the engine asked for so far in this turn.</summary>
    public required Facts Facts { get; init; }
}

/// <summary>Whether commands reach the shop (Shop:Commands).</summary>
public enum CommandMode
{
    /// <summary>The bot acts.</summary>
    Live,

    /// <summary>The bot advises, records what it would have done, and a person does it.</summary>
    Shadow,

    /// <summary>Everybody is sent to a person.</summary>
    Off,
}

/// <summary>The answers that a turn has collected so far.</summary>
public sealed class Facts
{
    private readonly Dictionary<ShopQuery, ShopAnswer> _answers = [];

    /// <summary>Puts an answer beside its query.</summary>
    public void Add(ShopQuery query, ShopAnswer answer) => _answers[query] = answer;

    /// <summary>The answer, if the query has been asked in this turn.</summary>
    public bool TryGet(ShopQuery query, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ShopAnswer? answer) => _answers.TryGetValue(query, out answer);
}
