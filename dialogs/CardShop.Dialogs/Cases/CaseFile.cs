using System.Text.Json.Serialization;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>Everything known of one case. Immutable: a turn makes a new one.</summary>
public sealed record CaseFile
{
    /// <summary>The case number (工单号), such as <c>CS-261122-7K3QF</c>.</summary>
    public required string Number { get; init; }

    /// <summary>Where it is.</summary>
    public CaseState State { get; init; } = CaseState.AskingProblem;

    /// <summary>What the customer came for.</summary>
    public Concern Concern { get; init; }

    /// <summary>What went wrong (T1 to T3).</summary>
    public Problem? Problem { get; init; }

    /// <summary>What else went wrong with the same order.</summary>
    public IReadOnlyList<Problem> Also { get; init => field = value ?? []; } = [];

    /// <summary>An order number as typed, still to be looked up.</summary>
    public string? TypedNumber { get; init; }

    /// <summary>The number that the order was found by, such as the payment's; null where it was chosen from a list.</summary>
    public string? FoundBy { get; init; }

    /// <summary>How often a look-up has found nothing.</summary>
    public int FailedLookups { get; init; }

    /// <summary>The order and what may be done to it, as read last.</summary>
    public OrderFacts? Facts { get; init; }

    /// <summary>Orders that look like one, while the customer is asked which of them stays (T6); empty before and after.</summary>
    public IReadOnlyList<string> Twins { get; init => field = value ?? []; } = [];

    /// <summary>Whether the customer means none of the orders that the bot has found alike.</summary>
    public bool TwinsDeclined { get; init; }

    /// <summary>The one of them that stays; null where nobody has chosen one.</summary>
    public string? Kept { get; init; }

    /// <summary>The other duplicates that are to go, after the order in hand (D2).</summary>
    public IReadOnlyList<RestOrder> Rest { get; init => field = value ?? []; } = [];

    /// <summary>The duplicates that are settled, the first one first.</summary>
    public IReadOnlyList<SettledOrder> Settled { get; init => field = value ?? []; } = [];

    /// <summary>Change or cancel, once chosen.</summary>
    public Remedy? Remedy { get; init; }

    /// <summary>What was meant instead.</summary>
    public OrderChanges Wanted { get; init => field = value ?? new OrderChanges(); } = new();

    /// <summary>How a guest shows who they are by a code to the registered phone (E3); null before one was asked for.</summary>
    public IdentityProof? Identity { get; init; }

    /// <summary>How often what was meant has been changed once it had been told (H2).</summary>
    public int Corrections { get; init; }

    /// <summary>Whose account the customer says it was (T4, D10); noted, never decisive.</summary>
    public TargetOwner? OwnerSaid { get; init; }

    /// <summary>What the rules made of it last.</summary>
    public PathDecision? Decision { get; init; }

    /// <summary>The odds of the first decision on its order: what became of such cases is what later customers are told (rule H4).</summary>
    public Odds? FirstOdds { get; init; }

    /// <summary>The read-back that waits for a yes.</summary>
    public Confirmation? Confirmation { get; init; }

    /// <summary>The command that is with the shop.</summary>
    public ShopCommand? Pending { get; init; }

    /// <summary>How many commands the case has ordered: the count in their keys.</summary>
    public int CommandCount { get; init; }

    /// <summary>Actions that the shop can't carry out on this order, whatever its capabilities say (D9).</summary>
    public IReadOnlyList<Remedy> Impossible { get; init => field = value ?? []; } = [];

    /// <summary>The shop has refused to act at once: from here on a reviewer decides, whatever its capabilities say (P8).</summary>
    public bool RefusedAtOnce { get; init; }

    /// <summary>Until when the shop holds the order for this case; null when it does not.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Whether the customer was told of the hold.</summary>
    public bool HoldTold { get; init; }

    /// <summary>The evidence handed in so far, oldest first (rules E1 to E3).</summary>
    public IReadOnlyList<CaseEvidence> Evidence { get; init => field = value ?? []; } = [];

    /// <summary>Whether the customer has handed in all that there is, or the chain is complete.</summary>
    public bool EvidenceClosed { get; init; }

    /// <summary>The piece that a reviewer has asked for by name (R5); null when none is awaited.</summary>
    public EvidenceLink? WantedPiece { get; init; }

    /// <summary>What the customer adds in words of their own, for whoever decides; null when nothing was added. Personal: never in a log.</summary>
    public string? Statement { get; init; }

    /// <summary>The application, once filed.</summary>
    public Filing? Filing { get; init; }

    /// <summary>Whether a reviewer has approved (D4): the order may then be changed or paid back whatever the window says.</summary>
    public bool Approved { get; init; }

    /// <summary>What a person at the desk has approved: it may be done whatever the rules advise. Null for an approval of the shop's.</summary>
    public Remedy? ApprovedRemedy { get; init; }

    /// <summary>The first of two approvals, where it takes two people; null before, and after.</summary>
    public FirstApproval? FirstApproval { get; init; }

    /// <summary>Why a person was called last; null before that.</summary>
    public PersonCause? PersonCause { get; init; }

    /// <summary>Since when the desk knows of it: it has waited for a person or a reviewer, or has one; null before.</summary>
    public DateTimeOffset? DeskSince { get; init; }

    /// <summary>The person of the shop who has seen to it last; null while nobody has.</summary>
    public string? HelpedBy { get; init; }

    /// <summary>How content the customer was; null before they were asked (<see cref="Satisfaction"/>).</summary>
    public Satisfaction? Satisfaction { get; init; }

    /// <summary>What the recipient was asked and has answered (L1); null before anybody was asked.</summary>
    public Coordination? Coordination { get; init; }

    /// <summary>Whether somebody who may has granted that the money goes back: a reviewer (D4) or the recipient (D1).</summary>
    [JsonIgnore]
    public bool IsGranted => Approved || Coordination is { IsAgreed: true };

    /// <summary>Whether a child has ordered, by what was told; its guardian is then who to talk to.</summary>
    public bool IsMinor { get; init; }

    /// <summary>Whether it was opened again after a refusal, which is done once (D5).</summary>
    public bool Reopened { get; init; }

    /// <summary>Whether the customer was told that the review is overdue.</summary>
    public bool OverdueTold { get; init; }

    /// <summary>What became of it.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>What comes back (P11).</summary>
    public Refund? Refund { get; init; }

    /// <summary>How often a payment or a refund was looked up again.</summary>
    public int Looks { get; init; }

    /// <summary>When it is looked up next; null before the first time.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Whether the customer was told that the refund is late.</summary>
    public bool LateTold { get; init; }

    /// <summary>The path, fixed when the case ended or was recorded.</summary>
    public CasePath? Path { get; init; }

    /// <summary>The idempotency key of the next command: it can never be made twice.</summary>
    public string KeyFor(string action) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number}.{action}.{CommandCount + 1}");

    /// <summary>The order, once known.</summary>
    [JsonIgnore]
    public Order? Order => Facts?.Order;
}

/// <summary>A duplicate whose turn is still to come (D2).</summary>
/// <param name="OrderNo">The order.</param>
/// <param name="Confirmed">The version that the customer said yes to; null as long as they have not.</param>
public sealed record RestOrder(string OrderNo, long? Confirmed = null);

/// <summary>A duplicate that is settled.</summary>
/// <param name="OrderNo">The order.</param>
/// <param name="Path">The path that it took.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Refund">What comes back; null where nothing does.</param>
public sealed record SettledOrder(string OrderNo, CasePath? Path, Outcome Outcome, Refund? Refund);

/// <summary>An approval that waits for a second person's.</summary>
/// <param name="PersonId">The first person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Remedy">What was approved.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why, for the second person; null when none was given.</param>
public sealed record FirstApproval(string PersonId, string Name, Remedy Remedy, DateTimeOffset At, string? Reason = null);

/// <summary>What the customer said of the help of a person, asked once.</summary>
/// <param name="Rating">One tap: <c>good fair bad</c>; null before it.</param>
/// <param name="AwaitsWords">Whether a line of text may follow.</param>
/// <param name="Words">That line. Personal: never in a log.</param>
public sealed record Satisfaction(string? Rating = null, bool AwaitsWords = false, string? Words = null);

/// <summary>What a customer comes for.</summary>
public enum Concern
{
    /// <summary>A mistaken order (T1 to T3).</summary>
    Mistake,

    /// <summary>Goods that don't arrive or don't work (T9).</summary>
    Delivery,
}

/// <summary>What a yes would do: it names the case's action and the order's version (DESIGN.md, decision 6).</summary>
/// <param name="Id">The question that it was asked with.</param>
/// <param name="Remedy">The action.</param>
/// <param name="Version">The order's version that the customer saw.</param>
/// <param name="Changes">What would change; empty for a cancellation.</param>
public sealed record Confirmation(string Id, Remedy Remedy, long Version, OrderChanges Changes)
{
    /// <summary>The other duplicates that the same yes cancels, with the versions that the customer saw (D2).</summary>
    public IReadOnlyList<RestOrder> Also { get; init => field = value ?? []; } = [];
}
