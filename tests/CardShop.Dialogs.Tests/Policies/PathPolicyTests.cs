using System.Text;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Policies;

public sealed class PathPolicyTests
{
    private static readonly PolicySettings Settings = new();

    [Theory]
    [InlineData(-1, PathStep.Act)]
    [InlineData(0, PathStep.Review)]
    [InlineData(1, PathStep.Review)]
    public void Cancel_AroundFifteenMinutes_IsInstantOnlyBefore(int millisecondsAfterTheEnd, PathStep expected)
    {
        var facts = Some.Facts(Some.Order());
        var now = facts.Order.PaidAt!.Value + TimeSpan.FromMinutes(15) + TimeSpan.FromMilliseconds(millisecondsAfterTheEnd);

        var decision = PathPolicy.Decide(facts, Problem.WrongAccount, Remedy.Cancel, now, Settings);

        Assert.Equal(expected, decision.Step);
    }

    [Fact]
    public void Cancel_AfterTheWindow_IsInstantWhereTheShopWidensIt()
    {
        var facts = Some.Facts(Some.Order(), cancel: new Capability(Verdict.Allowed, WidensWindow: true));

        var decision = PathPolicy.Decide(facts, Problem.WrongAccount, Remedy.Cancel, Some.Now.AddHours(1), Settings);

        Assert.Equal((PathStep.Act, CasePath.InstantCancel, Odds.NoFigure), (decision.Step, decision.Path, decision.Odds));
    }

    [Fact]
    public void Modify_ThatTheShopCannotDo_OffersTheCancellation()
    {
        var facts = Some.Facts(Some.Order(), modify: new Capability(Verdict.Impossible));

        var decision = PathPolicy.Decide(facts, Problem.WrongAccount, Remedy.Modify, Some.Now, Settings);

        Assert.Equal((PathStep.Act, Remedy.Cancel), (decision.Step, decision.Remedy));
        Assert.Contains("D9", decision.Rules);
    }

    [Fact]
    public void Delivery_ToAStranger_NeedsTheRecipient()
    {
        var facts = Some.Facts(Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger });

        var decision = PathPolicy.Decide(facts, Problem.WrongAccount, null, Some.Now, Settings);

        Assert.Equal((PathStep.Coordinate, CasePath.ThirdParty, Odds.Hard), (decision.Step, decision.Path, decision.Odds));
    }

    [Fact]
    public void PaymentProblem_OfABookedOrder_LostNothing()
    {
        var decision = PathPolicy.Decide(Some.Facts(Some.Order()), Problem.UnconfirmedPayment, null, Some.Now, Settings);

        Assert.Equal((PathStep.Nothing, CasePath.NoAction), (decision.Step, decision.Path));
    }

    /// <summary>Rule P9: the decision is total, and this table shows all of it. Neighbours with the same decision share a line.</summary>
    [Fact]
    public void EveryCombination_HasItsApprovedDecision()
    {
        var lines = Combinations().GroupBy(row => row.Decision).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key}\n{Covering(group.Select(row => row.Order))}");

        Approvals.Approve(string.Join("\n\n", lines) + "\n", "PathPolicy");
    }

    private static IEnumerable<(string Decision, string[] Order)> Combinations() =>
        from payment in Enum.GetValues<PaymentState>()
        from record in Enum.GetValues<ChannelRecord>()
        from hold in Enum.GetValues<HoldState>()
        from delivery in Enum.GetValues<DeliveryState>()
        from owner in Enum.GetValues<TargetOwner>()
        from goods in new[] { "topup", "code_unseen", "code_seen" }
        from verdict in Enum.GetValues<Verdict>()
        from window in new[] { "open", "over" }
        from problem in new[] { "object_or_content", "duplicate", "payment" }
        let order = Some.Order() with
        {
            Payment = payment,
            ChannelRecord = record,
            Hold = hold,
            Delivery = delivery,
            TargetOwner = owner,
            Goods = goods == "topup" ? GoodsKind.Topup : GoodsKind.CardCode,
            CodeRevealed = goods == "code_seen",
        }
        let facts = Some.Facts(order, new Capability(verdict), new Capability(verdict))
        let kind = problem == "duplicate" ? Problem.DuplicateOrder : problem == "payment" ? Problem.UnconfirmedPayment : Problem.WrongAccount
        let decision = PathPolicy.Decide(facts, kind, Remedy.Cancel, window == "open" ? Some.Now : Some.Now.AddHours(1), Settings)
        select (
            $"{decision.Step} path={decision.Path} cause={decision.Cause} odds={decision.Odds} rules={string.Join(' ', decision.Rules)}",
            new[] { $"payment={payment}", $"record={record}", $"hold={hold}", $"delivery={delivery}", $"owner={owner}", goods, $"shop={verdict}", $"window={window}", problem });

    /// <summary>The values that each axis takes within a group, which is what a person checks by the rules; with the number of combinations.</summary>
    private static string Covering(IEnumerable<string[]> orders)
    {
        var all = orders.ToList();
        var text = new StringBuilder($"  {all.Count} combinations");
        for (var axis = 0; axis < all[0].Length; axis++)
        {
            text.Append("\n    ").AppendJoin(' ', all.Select(order => order[axis]).Distinct());
        }

        return text.ToString();
    }
}
