using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Orders;

/// <summary>Tells beforehand what <see cref="ShopRules"/> would say to each command.</summary>
internal sealed class CapabilitySheet(ShopRules rules)
{
    private const string NeedsApproval = "needs_approval";

    public Capabilities Of(ShopOrder order, DateTimeOffset now) => new()
    {
        Version = order.Version,
        Hold = Of(order, ShopAction.Hold, now),
        Cancel = Of(order, ShopAction.Cancel, now),
        Modify = Of(order, ShopAction.Modify, now),
        Refund = Of(order, ShopAction.Refund, now),
    };

    private Capability Of(ShopOrder order, ShopAction action, DateTimeOffset now)
    {
        var refusal = rules.Refuse(order, action, now);
        var byRule = refusal switch
        {
            // The shop pays back only after a reviewer's approval (rule D1).
            null when action is ShopAction.Refund => new Capability(Verdict.Review, NeedsApproval),
            null => new Capability(Verdict.Allowed, Deadline: DeadlineOf(order, action), WidensWindow: rules.WidensWindow(order, action)),
            _ => new Capability(CanBeReviewed(refusal, action) ? Verdict.Review : Verdict.Impossible, refusal.Code),
        };
        return order.ByHand.Of(action) is { } byHand && byHand != byRule.Verdict
            ? byRule with { Verdict = byHand, Reason = byHand is Verdict.Allowed ? null : byRule.Reason ?? "not_allowed" }
            : byRule;
    }

    private DateTimeOffset? DeadlineOf(ShopOrder order, ShopAction action) =>
        action is ShopAction.Cancel or ShopAction.Modify && order.State.HasMoney && !rules.WidensWindow(order, action) ? order.WindowEndsAt : null;

    private static bool CanBeReviewed(Refusal refusal, ShopAction action) =>
        action is ShopAction.Cancel or ShopAction.Modify or ShopAction.Refund && refusal.Code is "window_over" or "already_shipped" or "frozen";
}
