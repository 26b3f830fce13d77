using CardShop.Dialogs.Understanding;

namespace CardShop.Documents;

/// <summary>What an order modification application (订单修改申请书, rule R2) tells. What is null becomes a gap, 【待填：…】. Accounts and contacts come as displayed, masked.</summary>
public sealed record ApplicationFacts
{
    /// <summary>The language that the customer reads: English adds a gloss to the Chinese form.</summary>
    public required Language Language { get; init; }

    /// <summary>When it is written: the date of the document.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The case's number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The shop's name.</summary>
    public string? Shop { get; init; }

    /// <summary>The applicant's name, as displayed.</summary>
    public string? Applicant { get; init; }

    /// <summary>The applicant's phone or mail address, masked.</summary>
    public string? Contact { get; init; }

    /// <summary>The order's number.</summary>
    public string? OrderNumber { get; init; }

    /// <summary>What was bought.</summary>
    public string? Product { get; init; }

    /// <summary>What was paid, in fen.</summary>
    public long? AmountInFen { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>How far the delivery has come, in the customer's words for it.</summary>
    public string? Delivery { get; init; }

    /// <summary>What the order says, masked: the wrong account, product or amount.</summary>
    public string? WrongValue { get; init; }

    /// <summary>What it should say, masked.</summary>
    public string? RightValue { get; init; }

    /// <summary>How the mistake came about.</summary>
    public string? Cause { get; init; }

    /// <summary>What is asked for: modify or refund.</summary>
    public string? Request { get; init; }

    /// <summary>How it could be put right.</summary>
    public string? Remedy { get; init; }

    /// <summary>The pieces of evidence.</summary>
    public IReadOnlyList<EvidenceLine> Evidence { get; init; } = [];
}

/// <summary>One piece of evidence.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Proves">What it shows.</param>
/// <param name="ReceivedAt">When it arrived.</param>
public sealed record EvidenceLine(string Name, string Proves, DateTimeOffset ReceivedAt);
