namespace CardShop.Documents;

/// <summary>What a case's bundle (rule L4) is made of. Words come as they are and are masked on the way (<see cref="Redaction"/>); what is large comes when it is asked for.</summary>
public sealed record BundleFacts
{
    /// <summary>The case as the papers tell it.</summary>
    public required ApplicationFacts Application { get; init; }

    /// <summary>The claim against the recipient; null where no stranger has the goods.</summary>
    public ClaimFacts? Claim { get; init; }

    /// <summary>The order's record, in the order of reading.</summary>
    public IReadOnlyList<BundleRow> Order { get; init; } = [];

    /// <summary>Where the money went (资金往来), oldest first.</summary>
    public IReadOnlyList<MoneyStep> Money { get; init; } = [];

    /// <summary>The whole conversation, oldest first.</summary>
    public required IAsyncEnumerable<SaidLine> Conversation { get; init; }

    /// <summary>The files that the customer handed in.</summary>
    public IReadOnlyList<BundleFile> Files { get; init; } = [];

    /// <summary>Masks personal data.</summary>
    public required Redaction Redaction { get; init; }
}

/// <summary>One line of a record.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value.</param>
public sealed record BundleRow(string Label, string Value);

/// <summary>One step of the money.</summary>
/// <param name="At">When; null when the record does not say.</param>
/// <param name="What">Paid, paid back, …, in the reader's words.</param>
/// <param name="AmountInFen">How much, in fen.</param>
/// <param name="Way">By which way; null when the record does not say.</param>
public sealed record MoneyStep(DateTimeOffset? At, string What, long AmountInFen, string? Way);

/// <summary>One thing that was said.</summary>
/// <param name="At">When.</param>
/// <param name="Who">Who, in the reader's words.</param>
/// <param name="IsCustomer">Whether it was the customer.</param>
/// <param name="Text">The words.</param>
/// <param name="Files">Names of files that came with it.</param>
public sealed record SaidLine(DateTimeOffset At, string Who, bool IsCustomer, string Text, IReadOnlyList<string> Files);

/// <summary>One file of the customer's.</summary>
/// <param name="Name">Its name in the bundle.</param>
/// <param name="OpenAsync">Opens it; null when it is gone, because the case was erased in between for instance.</param>
public sealed record BundleFile(string Name, Func<CancellationToken, Task<Stream?>> OpenAsync);
