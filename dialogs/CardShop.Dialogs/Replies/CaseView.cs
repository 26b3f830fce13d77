using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Replies;

/// <summary>Where a case stands, for pages, agents and tests alike: <c>channelData.case</c> of INTERFACES.md, serialised in snake_case values.</summary>
public sealed record CaseView
{
    /// <summary>The case number.</summary>
    public required string Number { get; init; }

    /// <summary>The stage of the customer's way.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The machine's own state; informative.</summary>
    public required string State { get; init; }

    /// <summary>What an answer is awaited to; null when none is.</summary>
    public Asks? Asks { get; init; }

    /// <summary>The first open order's path; null until known.</summary>
    public CasePath? Path { get; init; }

    /// <summary>What became of the money or goods; null while open.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The orders of the case.</summary>
    public required IReadOnlyList<CaseOrderView> Orders { get; init; }

    /// <summary>The rules behind this message.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The next deadline; null when there is none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What the deadline is of: <c>window review recipient</c>.</summary>
    public string? DeadlineKind { get; init; }

    /// <summary>The refund; null when there is none.</summary>
    public RefundView? Refund { get; init; }
}

/// <summary>One order of a case.</summary>
public sealed record CaseOrderView(string No, CasePath? Path, Outcome? Outcome);

/// <summary>Where a refund stands.</summary>
public sealed record RefundView(string State, string? Method, DateTimeOffset? ExpectedBy);
