using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>What the engine makes of a turn: either it needs to know more first, or it has decided.</summary>
public abstract record TurnResult;

/// <summary>The engine can't decide before these are answered. Add the answers to <see cref="Turn.Facts"/> and ask again.</summary>
public sealed record NeedsFacts(IReadOnlyList<ShopQuery> Queries) : TurnResult;

/// <summary>The decision: saved as one, acted on after the save.</summary>
public sealed record Decided : TurnResult
{
    /// <summary>Where the conversation stands now.</summary>
    public required ConversationState State { get; init; }

    /// <summary>The case that the turn has dealt with; null without one. Mostly the one in hand, but a reviewer may answer on a parked one.</summary>
    public CaseFile? About { get => field ?? State.Case; init; }

    /// <summary>A case of the conversation by its number; null when it has none of that number.</summary>
    public CaseFile? CaseOf(string number) => About?.Number == number ? About : Parking.All(State).FirstOrDefault(file => file.Number == number);

    /// <summary>What has happened, for the append-only audit record.</summary>
    public required IReadOnlyList<CaseEvent> Events { get; init; }

    /// <summary>What to send to the shop, in order.</summary>
    public required IReadOnlyList<ShopCommand> Commands { get; init; }

    /// <summary>What to wake the conversation for. Replaces all of its deadlines.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>Ids of pieces of evidence that nobody needs any more: withdrawn, or kept long enough. Deleted after the save.</summary>
    public IReadOnlyList<string> DiscardedEvidence { get; init; } = [];

    /// <summary>What to tell the customer, rendered in the conversation's language.</summary>
    public required IReadOnlyList<Message> Messages { get; init; }
}

/// <summary>A moment to wake the conversation at.</summary>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset At)
{
    /// <summary>
    /// Whether the conversation may be woken before the moment: it then looks at the clock, says nothing, and asks again. Such a moment moves with everything that the customer says, and need not be
    /// written anew each time.
    /// </summary>
    public bool MayComeEarly => Kind is DeadlineKind.Unanswered or DeadlineKind.DraftRetention;
}
