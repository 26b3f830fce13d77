using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;

namespace CardShop.Dialogs.Shop;

/// <summary>Who asks for an order (DESIGN.md, decision 7): a number alone is never enough.</summary>
/// <param name="CustomerId">The signed-in customer's id; null for a guest.</param>
/// <param name="Proof">For a guest, the contact or query password given with the order; null when signed in.</param>
public sealed record Asker(string? CustomerId, string? Proof);

/// <summary>A question that the engine needs answered before it can decide. Reading changes nothing, so a query may be repeated freely.</summary>
public abstract record ShopQuery;

/// <summary>Looks an order up by any of its numbers, for somebody who may see it.</summary>
/// <param name="Number">Order, payment or merchant number, as typed.</param>
/// <param name="Asker">Who asks.</param>
public sealed record FindOrder(string Number, Asker Asker) : ShopQuery;

/// <summary>Lists the signed-in customer's recent orders, newest first.</summary>
/// <param name="CustomerId">The shop's id of the customer.</param>
public sealed record ListOrders(string CustomerId) : ShopQuery;

/// <summary>Reads an order that the conversation has already proved its right to.</summary>
/// <param name="OrderNo">The order's number.</param>
public sealed record ReadOrder(string OrderNo) : ShopQuery;

/// <summary>Asks the shop about a target before it is used (rule H2).</summary>
/// <param name="Product">The product that it is for.</param>
/// <param name="Target">The target as it would be after the change.</param>
/// <param name="CustomerId">The customer who wants it; null for a guest.</param>
public sealed record CheckTarget(string Product, Target Target, string? CustomerId) : ShopQuery;

/// <summary>
/// Has the shop send a code to the phone that the order was registered with (rule E3). It may be repeated like any question: the shop sends once for one attempt.
/// </summary>
/// <param name="OrderNo">The order, which the conversation has proved its right to.</param>
/// <param name="CaseNumber">The case that it is for.</param>
/// <param name="Attempt">Names the asking.</param>
public sealed record SendIdentityCode(string OrderNo, string CaseNumber, string Attempt) : ShopQuery;

/// <summary>Asks whether a code is the one that was sent. It may be repeated: one attempt costs one try.</summary>
/// <param name="OrderNo">The order.</param>
/// <param name="CaseNumber">The case that it was sent for.</param>
/// <param name="Attempt">Names the try.</param>
/// <param name="Code">Six digits.</param>
public sealed record CheckIdentityCode(string OrderNo, string CaseNumber, string Attempt, string Code) : ShopQuery
{
    /// <summary>Without the code: it belongs in no log.</summary>
    public override string ToString() => $"{nameof(CheckIdentityCode)} {Attempt}";
}

/// <summary>What the shop sells, to check what somebody is about to buy (rule V1).</summary>
public sealed record ListProducts : ShopQuery;

/// <summary>How many changes this customer has had carried out lately (rules G3, D8). Answered by our own books.</summary>
/// <param name="Key">Whom to count for: the customer's id, or the order number of a guest.</param>
public sealed record CountChanges(string Key) : ShopQuery;

/// <summary>How many cases wait for a person, this one not counted (rule H1). Answered by our own books.</summary>
public sealed record CountWaiting : ShopQuery;

/// <summary>Where the refund of an order stands (rule P11).</summary>
/// <param name="OrderNo">The order, which the conversation has proved its right to.</param>
public sealed record FindRefund(string OrderNo) : ShopQuery;

/// <summary>
/// Where a case stands, asked from any conversation (rules R5, H1). Answered by our own books: the asker has to be the customer of the case, and
/// another's case is answered as one that does not exist.
/// </summary>
/// <param name="Number">The case number, as typed.</param>
/// <param name="CustomerId">The signed-in customer who asks.</param>
public sealed record FindCase(string Number, string CustomerId) : ShopQuery;

/// <summary>
/// The case of an order that is with somebody already (the shop, a reviewer, the recipient, a person), opened in another conversation than the one that asks. Answered by our own books.
/// </summary>
/// <param name="OrderNo">The order, which the conversation has proved its right to.</param>
public sealed record FindCaseOfOrder(string OrderNo) : ShopQuery;

/// <summary>The customer's own latest cases, open ones first, from whichever conversation. Answered by our own books.</summary>
/// <param name="CustomerId">The signed-in customer who asks.</param>
/// <param name="Most">How many at most.</param>
public sealed record ListCases(string CustomerId, int Most) : ShopQuery;

/// <summary>What became of cases that began alike, so that the odds can be said from them (rules P1, R4, P3). Answered by our own books.</summary>
/// <param name="Odds">The odds of their first decision.</param>
/// <param name="Product">The product.</param>
public sealed record CountRecovered(Odds Odds, string Product) : ShopQuery;

/// <summary>The answer to a <see cref="ShopQuery"/>.</summary>
public abstract record ShopAnswer;

/// <summary>One order, to <see cref="FindOrder"/> and <see cref="ReadOrder"/>.</summary>
public sealed record OrderAnswer(OrderFacts Facts) : ShopAnswer;

/// <summary>Several orders, to <see cref="ListOrders"/>.</summary>
public sealed record OrdersAnswer(IReadOnlyList<Order> Orders) : ShopAnswer;

/// <summary>The code is on its way, to <see cref="SendIdentityCode"/>.</summary>
public sealed record IdentityCodeAnswer(IdentityCodeSent Sent) : ShopAnswer;

/// <summary>The word on a code, to <see cref="CheckIdentityCode"/>.</summary>
public sealed record IdentityVerdictAnswer(IdentityVerdict Verdict) : ShopAnswer;

/// <summary>What the shop sells, to <see cref="ListProducts"/>.</summary>
public sealed record ProductsAnswer(IReadOnlyList<Product> Products) : ShopAnswer;

/// <summary>The word on a target, to <see cref="CheckTarget"/>.</summary>
public sealed record TargetAnswer(TargetCheck Check) : ShopAnswer;

/// <summary>A number, to the counting queries.</summary>
public sealed record CountAnswer(int Count) : ShopAnswer;

/// <summary>How it stands at the desk, to <see cref="CountWaiting"/>, where there is one (rule H1).</summary>
/// <param name="Ahead">How many wait longer.</param>
/// <param name="Wait">How long it has lately taken from that place; null where nothing was measured.</param>
/// <param name="Staffing">Whether somebody is there.</param>
/// <param name="AnswerBy">When nobody is there: by when somebody looks at it, as the shop has set; null otherwise.</param>
public sealed record DeskAnswer(int Ahead, TimeSpan? Wait, DeskStaffing Staffing, DateTimeOffset? AnswerBy) : ShopAnswer;

/// <summary>Whether somebody is at the desk.</summary>
public enum DeskStaffing
{
    /// <summary>Somebody is.</summary>
    Staffed,

    /// <summary>Nobody is, within business hours.</summary>
    NobodyOnline,

    /// <summary>It is not the hour.</summary>
    AfterHours,
}

/// <summary>Where a refund stands, to <see cref="FindRefund"/>.</summary>
public sealed record RefundAnswer(Refund Refund) : ShopAnswer;

/// <summary>Where a case stands, to <see cref="FindCase"/>: the view that went with its last message.</summary>
public sealed record CaseAnswer(CaseView View) : ShopAnswer;

/// <summary>Where several cases stand, to <see cref="ListCases"/>.</summary>
public sealed record CasesAnswer(IReadOnlyList<CaseView> Views) : ShopAnswer;

/// <summary>What became of them, to <see cref="CountRecovered"/>; those that their customers gave up do not count.</summary>
/// <param name="Closed">How many have ended, in the time that <see cref="PolicySettings.OddsPeriod"/> says.</param>
/// <param name="Recovered">In how many of them money or goods came back.</param>
/// <param name="Product">The product that they were about; null where it takes all products to have enough.</param>
public sealed record RecoveredAnswer(int Closed, int Recovered, string? Product) : ShopAnswer;

/// <summary>There is no such order, or it is somebody else's: the two are never told apart.</summary>
public sealed record NotFoundAnswer : ShopAnswer;

/// <summary>Too many attempts; the shop asks to wait.</summary>
public sealed record ThrottledAnswer(TimeSpan RetryAfter) : ShopAnswer;

/// <summary>The shop did not answer, or answered something that is not in the contract.</summary>
public sealed record UnreachableAnswer : ShopAnswer;

/// <summary>The product cannot do it (501 of the contract).</summary>
public sealed record UnsupportedAnswer : ShopAnswer;
