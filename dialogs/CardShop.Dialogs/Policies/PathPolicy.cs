using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Policies;

/// <summary>
/// The path of an order, by its own record and never by what was claimed (rule P). Precedence as rule P9 has it: payment record, hold,
/// delivery, capability, window. Pure and total; the approved table in the tests shows every combination.
/// </summary>
public static class PathPolicy
{
    /// <summary>Decides the path.</summary>
    /// <param name="facts">The order and what the shop lets one do to it.</param>
    /// <param name="problem">What went wrong; null while unknown.</param>
    /// <param name="wanted">What the customer wants; null while not said.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <param name="settings">The shop's figures.</param>
    public static PathDecision Decide(OrderFacts facts, Problem? problem, Remedy? wanted, DateTimeOffset now, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(settings);
        var order = facts.Order;
        return ByEndedPayment(order)
            ?? ByFreeze(order)
            ?? ByOpenPayment(facts)
            ?? ByPaymentProblem(order, problem)
            ?? ByDelivery(order, problem)
            ?? ByCapabilityAndWindow(facts, problem, problem == Problem.DuplicateOrder ? Remedy.Cancel : wanted, now, settings);
    }

    private static PathDecision? ByEndedPayment(Order order) => (order.Payment, order.ChannelRecord) switch
    {
        (PaymentState.Refunded, _) => Nothing(PathCause.AlreadyRefunded, "P9", "D6"),
        (PaymentState.Closed, ChannelRecord.None) => Nothing(PathCause.AlreadyClosed, "P9"),
        _ => null,
    };

    private static PathDecision? ByFreeze(Order order) => order.Hold == HoldState.Frozen ? Person(PathCause.Frozen, "P9", "D9") : null;

    private static PathDecision? ByOpenPayment(OrderFacts facts) => (facts.Order.Payment, facts.Order.ChannelRecord) switch
    {
        (PaymentState.Confirming or PaymentState.Unknown, _) => Reconcile(PathCause.PaymentConfirming, "P6", "D6"),
        (PaymentState.Closed or PaymentState.Unpaid, ChannelRecord.Paid) => Reconcile(PathCause.PaidNotBooked, "T7", "P6", "D6"),
        (PaymentState.Closed or PaymentState.Unpaid, ChannelRecord.Unknown) => Reconcile(PathCause.PaymentConfirming, "P6", "D6"),
        (PaymentState.Unpaid, _) => facts.Capabilities.Cancel.Verdict switch
        {
            Verdict.Allowed => new PathDecision(PathStep.Act, CasePath.DirectCancelUnpaid, Remedy.Cancel, Odds.Certain, null, ["P4"]),
            Verdict.Review => Review(CasePath.ManualReview, PathCause.ShopWantsReview, Odds.NoFigure, "P2", "P9"),
            _ => Person(PathCause.ShopCannot, "P9", "D9"),
        },
        (PaymentState.PartRefunded, _) => Review(CasePath.ManualReview, PathCause.PartRefunded, Odds.NoFigure, "P2", "P9"),
        _ => null,
    };

    private static PathDecision? ByPaymentProblem(Order order, Problem? problem) =>
        problem == Problem.UnconfirmedPayment && order.Delivery != DeliveryState.Abnormal ? Nothing(PathCause.PaidAndBooked, "T7") : null;

    private static PathDecision? ByDelivery(Order order, Problem? problem)
    {
        var review = problem == Problem.DuplicateOrder ? CasePath.MergedRefund : CasePath.ManualReview;
        return order.Delivery switch
        {
            DeliveryState.Abnormal => Person(PathCause.Abnormal, "P9"),
            DeliveryState.Processing => Review(review, PathCause.Shipping, Odds.NoFigure, "P2", "P7"),
            DeliveryState.Partial => Review(review, PathCause.PartlyDelivered, Odds.NoFigure, "P2", "P9"),
            DeliveryState.Unknown => Review(review, PathCause.DeliveryUnknown, Odds.NoFigure, "P2"),
            DeliveryState.Delivered when order.Goods == GoodsKind.CardCode => order.CodeRevealed
                ? Review(review, PathCause.CodeSeen, Odds.NoFigure, "P2", "P10")
                : null,
            DeliveryState.Delivered => order.TargetOwner switch
            {
                TargetOwner.Stranger => new PathDecision(PathStep.Coordinate, CasePath.ThirdParty, null, Odds.Hard, PathCause.DeliveredToStranger, ["P3", "L1"]),
                TargetOwner.Invalid => Review(review, PathCause.DeliveredToNobody, Odds.Good, "P2", "P9"),
                TargetOwner.Self when order.IdentityBound => Review(review, PathCause.Delivered, Odds.AboutSeventy, "P2", "R4"),
                _ => Review(review, PathCause.Delivered, Odds.NoFigure, "P2", "R4"),
            },
            _ => null,
        };
    }

    private static PathDecision ByCapabilityAndWindow(OrderFacts facts, Problem? problem, Remedy? wanted, DateTimeOffset now, PolicySettings settings)
    {
        var open = GoldenWindow.IsOpen(facts.Order, now, settings);
        var modify = Standing(facts.Capabilities.Modify, open);
        var cancel = Standing(facts.Capabilities.Cancel, open);
        if (problem == Problem.DuplicateOrder)
        {
            modify = Verdict.Impossible;
        }

        var best = wanted == Remedy.Modify ? modify : wanted == Remedy.Cancel ? cancel : (Verdict)Math.Min((int)modify, (int)cancel);
        var other = wanted == Remedy.Modify ? cancel : wanted == Remedy.Cancel ? modify : best;
        return (best, other) switch
        {
            (Verdict.Allowed, _) => Act(facts.Order, problem, wanted ?? Only(modify, cancel), open, null),
            (Verdict.Impossible, Verdict.Allowed) => Act(facts.Order, problem, wanted == Remedy.Modify ? Remedy.Cancel : Remedy.Modify, open, PathCause.ShopCannot),
            _ when !open => Review(ReviewPath(problem), PathCause.WindowOver, OddsAfterWindow(facts.Order), "P2"),
            (Verdict.Review, _) or (_, Verdict.Review) => Review(ReviewPath(problem), PathCause.ShopWantsReview, Odds.NoFigure, "P2", "P9"),
            _ => Person(PathCause.ShopCannot, "P9", "D9"),
        };
    }

    /// <summary>A capability narrows what the rules allow, and widens it only where the shop says so (rule P9).</summary>
    private static Verdict Standing(Capability capability, bool windowOpen) =>
        capability.Verdict == Verdict.Allowed && !windowOpen && !capability.WidensWindow ? Verdict.Review : capability.Verdict;

    private static Remedy? Only(Verdict modify, Verdict cancel) => (modify, cancel) switch
    {
        (Verdict.Allowed, Verdict.Allowed) => null,
        (Verdict.Allowed, _) => Remedy.Modify,
        _ => Remedy.Cancel,
    };

    private static PathDecision Act(Order order, Problem? problem, Remedy? remedy, bool windowOpen, PathCause? cause)
    {
        var path = (problem, remedy) switch
        {
            (Problem.DuplicateOrder, _) => CasePath.MergedRefund,
            (_, Remedy.Modify) => CasePath.InstantModify,
            (_, Remedy.Cancel) => CasePath.InstantCancel,
            _ => (CasePath?)null,
        };
        var odds = order.TargetOwner == TargetOwner.Invalid ? Odds.Good : windowOpen ? Odds.AboveNinety : Odds.NoFigure;
        List<string> rules = [problem == Problem.DuplicateOrder ? "P5" : "P1"];
        rules.AddRange(order.Delivery == DeliveryState.Delivered ? ["P10", "D3"] : []);
        rules.AddRange(windowOpen ? [] : ["P9"]);
        rules.AddRange(cause is null ? [] : ["D9"]);
        return new PathDecision(PathStep.Act, path, remedy, odds, cause, rules);
    }

    private static CasePath ReviewPath(Problem? problem) => problem == Problem.DuplicateOrder ? CasePath.MergedRefund : CasePath.ManualReview;

    private static Odds OddsAfterWindow(Order order) => order.TargetOwner == TargetOwner.Invalid ? Odds.Good : Odds.NoFigure;

    private static PathDecision Review(CasePath path, PathCause cause, Odds odds, params IReadOnlyList<string> rules) =>
        new(PathStep.Review, path, null, odds, cause, rules);

    private static PathDecision Reconcile(PathCause cause, params IReadOnlyList<string> rules) =>
        new(PathStep.Reconcile, CasePath.Reconcile, null, Odds.NoFigure, cause, rules);

    private static PathDecision Person(PathCause cause, params IReadOnlyList<string> rules) => new(PathStep.Person, null, null, Odds.NoFigure, cause, rules);

    private static PathDecision Nothing(PathCause cause, params IReadOnlyList<string> rules) =>
        new(PathStep.Nothing, CasePath.NoAction, null, Odds.NoFigure, cause, rules);
}
