using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Desk.Services;

/// <summary>All that is known of a case.</summary>
public interface IDeskCase
{
    /// <summary>The case; null when there is none, or for somebody without a role. The order is as the bot read it last; <paramref name="refresh"/> has the shop asked again first.</summary>
    Task<CaseDossier?> ReadAsync(AgentIdentity agent, string caseNumber, bool refresh, CancellationToken cancellationToken);

    /// <summary>An address, good for a few minutes, at which the browser gets a piece of evidence. An identity document needs a reason, which goes into the audit record (rule E6).</summary>
    /// <param name="agent">Who looks.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="pieceId">The piece.</param>
    /// <param name="reason">Why an identity document is uncovered; null for others.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<EvidenceAddress> ShowEvidenceAsync(AgentIdentity agent, string caseNumber, string pieceId, string? reason, CancellationToken cancellationToken);

    /// <summary>An address, good for a few minutes, of the application or of the whole bundle; null when there is none.</summary>
    Task<Uri?> DocumentAsync(AgentIdentity agent, string caseNumber, CaseDocument document, CancellationToken cancellationToken);
}

/// <summary>Where a piece of evidence is to be had.</summary>
/// <param name="Result">Whether it may be seen.</param>
/// <param name="Address">Where; null when not.</param>
/// <param name="Media">What is there.</param>
public sealed record EvidenceAddress(DeskResult Result, Uri? Address, EvidenceMedia Media = EvidenceMedia.Image);

/// <summary>A case with all that the desk shows of it. Personal data is masked.</summary>
public sealed record CaseDossier
{
    /// <summary>Its line in the queue.</summary>
    public required QueueItem Item { get; init; }

    /// <summary>The stage.</summary>
    public required Stage Stage { get; init; }

    /// <summary>The customer's id at the shop; null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Whether the customer has the chat open, as far as this process can see.</summary>
    public bool IsCustomerHere { get; init; }

    /// <summary>What is known, each with its source.</summary>
    public required IReadOnlyList<KnownFact> Facts { get; init; }

    /// <summary>The order as read last; null before one is known.</summary>
    public OrderPanel? Order { get; init; }

    /// <summary>What the rules advise; null before there is an order.</summary>
    public PathDecision? Advice { get; init; }

    /// <summary>What the customer wants: change or money back; null until chosen.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>The application, once filed.</summary>
    public Filing? Filing { get; init; }

    /// <summary>What the customer adds in words of their own.</summary>
    public string? Statement { get; init; }

    /// <summary>The pieces of evidence, oldest first.</summary>
    public required IReadOnlyList<EvidenceItem> Evidence { get; init; }

    /// <summary>The links of the chain that nothing shows yet (rule E4).</summary>
    public required IReadOnlyList<EvidenceLink> Missing { get; init; }

    /// <summary>What has happened, oldest first.</summary>
    public required IReadOnlyList<TimelineEntry> Timeline { get; init; }

    /// <summary>How many changes the customer has had lately, and the limit (rule G3).</summary>
    public required RiskCount Risk { get; init; }

    /// <summary>The customer's other cases, newest first.</summary>
    public required IReadOnlyList<OtherCase> OtherCases { get; init; }

    /// <summary>What can be decided now, and what it takes.</summary>
    public required DecisionOptions Options { get; init; }

    /// <summary>Whether the conversation has left the case behind: what is told of it is the record, and nothing can be done with it.</summary>
    public bool IsPast { get; init; }
}

/// <summary>Where a fact comes from.</summary>
public enum FactSource
{
    /// <summary>The customer has said it.</summary>
    Customer,

    /// <summary>The shop's record has it.</summary>
    Shop,

    /// <summary>A person of the shop has settled it.</summary>
    Agent,
}

/// <summary>Something that is known.</summary>
/// <param name="Name">What it is: <c>problem also remedy account phone region product denomination owner order amount paid_at outcome approved</c>.</param>
/// <param name="Value">Its value, masked where personal. Values of vocabularies are in snake_case.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record KnownFact(string Name, string Value, FactSource Source);

/// <summary>An order with its three axes.</summary>
public sealed record OrderPanel
{
    /// <summary>Its number.</summary>
    public required string OrderNo { get; init; }

    /// <summary>The number of its payment; null where the shop doesn't tell it.</summary>
    public string? PaymentNo { get; init; }

    /// <summary>Its version as read last.</summary>
    public required long Version { get; init; }

    /// <summary>Product and face value.</summary>
    public required string Product { get; init; }

    /// <summary>What was paid, in fen.</summary>
    public required long AmountFen { get; init; }

    /// <summary>Where the goods go, masked.</summary>
    public string? Target { get; init; }

    /// <summary>Whose account it is, by the shop's record.</summary>
    public required TargetOwner TargetOwner { get; init; }

    /// <summary>The first axis.</summary>
    public required PaymentState Payment { get; init; }

    /// <summary>The second axis.</summary>
    public required DeliveryState Delivery { get; init; }

    /// <summary>The third axis.</summary>
    public required HoldState Hold { get; init; }

    /// <summary>When it was paid; null when it was not.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>When the golden window ends, or has ended (rule G4); null for an unpaid order.</summary>
    public DateTimeOffset? WindowEnd { get; init; }

    /// <summary>Until when the shop holds it for this case; null when it does not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
}

/// <summary>A piece of evidence.</summary>
/// <param name="PieceId">The piece.</param>
/// <param name="Link">What it is taken to show.</param>
/// <param name="Media">What it is.</param>
/// <param name="IsIdentity">Whether it is an identity document: covered until a reason is given.</param>
/// <param name="SeenElsewhere">Whether the same picture came with another case.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Small">Where its small picture is, good for half an hour; of an identity document a blurred one. Null when there is none to show.</param>
public sealed record EvidenceItem(string PieceId, EvidenceLink Link, EvidenceMedia Media, bool IsIdentity, bool SeenElsewhere, DateTimeOffset ReceivedAt, Uri? Small);

/// <summary>Something that has happened.</summary>
/// <param name="At">When.</param>
/// <param name="Kind">The kind of the audit record: <c>CaseOpened PathDecided CommandOrdered …</c>.</param>
/// <param name="By">Who did it, where a person of the shop did.</param>
/// <param name="Data">The fact, as JSON.</param>
public sealed record TimelineEntry(DateTimeOffset At, string Kind, string? By, string Data);

/// <summary>How often orders were changed.</summary>
/// <param name="Changes">How often lately.</param>
/// <param name="Limit">How often is allowed.</param>
public sealed record RiskCount(int Changes, int Limit);

/// <summary>Another case of the same customer, or of the same conversation.</summary>
public sealed record OtherCase(string CaseNumber, DateTimeOffset OpenedAt, Stage Stage, CasePath? Path, Outcome? Outcome);
