using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>An application (订单修改申请书) that a reviewer has before them (rules R2, R3).</summary>
/// <param name="FiledAt">When it was filed.</param>
/// <param name="DueBy">The first moment at which the answer is overdue: midnight after the last working day, in Asia/Shanghai.</param>
/// <param name="BeyondPublished">Whether the day rests on holidays that are not published yet.</param>
/// <param name="Request">What was applied for: the customer's yes covers this and nothing else (G2).</param>
/// <param name="Wanted">What was meant instead; empty when the money is wanted back.</param>
/// <param name="Missing">The links that nothing showed when it was filed, and that the customer was warned of (rule E4).</param>
public sealed record Filing(
    DateTimeOffset FiledAt, DateTimeOffset DueBy, bool BeyondPublished, Remedy Request, OrderChanges Wanted, IReadOnlyList<EvidenceLink> Missing)
{
    /// <summary>The other duplicates that it asks the money back for (D2).</summary>
    public IReadOnlyList<string> Also { get; init => field = value ?? []; } = [];

    /// <summary>Whether an action is the very one that was applied for.</summary>
    public bool Covers(Remedy? remedy, OrderChanges wanted) => remedy == Request && (Request == Remedy.Cancel || wanted == Wanted);
}
