namespace CardShop.Dialogs.Policies;

/// <summary>One thing that the check before paying has to say (rule V1).</summary>
/// <param name="Name">What it is: the end of its text's key, <c>precheck.found.…</c>.</param>
/// <param name="Weight">How much it weighs.</param>
/// <param name="Facts">What its words name.</param>
public sealed record OrderFinding(string Name, FindingWeight Weight, IReadOnlyDictionary<string, string> Facts);

/// <summary>How much a finding weighs.</summary>
public enum FindingWeight
{
    /// <summary>Something could not be looked at: said, so that nobody relies on it.</summary>
    NotChecked,

    /// <summary>Worth a second look; it may well be right.</summary>
    Look,

    /// <summary>Something is still to be told.</summary>
    Missing,

    /// <summary>It can't be right as it stands.</summary>
    Stop,
}

/// <summary>The check's result.</summary>
/// <param name="Planned">What was checked, in the shop's own names, with its price as far as the catalogue has one.</param>
/// <param name="Findings">What was found, the heaviest first; empty when nothing was.</param>
public sealed record CheckedOrder(PlannedOrder Planned, IReadOnlyList<OrderFinding> Findings)
{
    /// <summary>The heaviest finding's weight; null when nothing was found.</summary>
    public FindingWeight? Weight => Findings.Count == 0 ? null : Findings[0].Weight;
}
