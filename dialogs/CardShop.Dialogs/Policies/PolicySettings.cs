namespace CardShop.Dialogs.Policies;

/// <summary>The figures of the rule book that a shop may set for itself.</summary>
public sealed record PolicySettings
{
    /// <summary>The golden window (黄金期), counted from payment; half open (rules P1, P9).</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How many changes a customer may have in <see cref="ChangePeriod"/> (rules G3, D8).</summary>
    public int MaxChanges { get; init; } = 3;

    /// <summary>Over which stretch changes are counted.</summary>
    public TimeSpan ChangePeriod { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long one lease holds an order (DESIGN.md, decision 10).</summary>
    public TimeSpan HoldLease { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long an unanswered question is called to mind, once.</summary>
    public TimeSpan ReminderAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a case that its customer has left, and its evidence, are kept (rule E6).</summary>
    public TimeSpan DraftRetention { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long the shop's goods usually take; until then a late order is merely under way (rule D11).</summary>
    public TimeSpan UsualDelivery { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Within which time two orders alike count as one placed twice (rule T6).</summary>
    public TimeSpan DuplicateWithin { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a recipient has to answer, before the one reminder and once more after it (rule D8).</summary>
    public TimeSpan RecipientWait { get; init; } = TimeSpan.FromHours(72);

    /// <summary>From how many closed cases on the shop's own odds are told in place of the trade's (rules P1, R4).</summary>
    public int OddsFrom { get; init; } = 30;

    /// <summary>How far back those cases may have ended.</summary>
    public TimeSpan OddsPeriod { get; init; } = TimeSpan.FromDays(90);

    /// <summary>The fewest and most working days that a review takes (rules P2, R3).</summary>
    public (int Fewest, int Most) ReviewDays { get; init; } = (1, 3);

    /// <summary>From which amount on two people have to approve, in fen; null for never.</summary>
    public long? TwoPeopleFromFen { get; init; }
}
