using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>A second case while one waits: neither is lost, and each hears of its own news (rules R5, P11, H2).</summary>
public sealed class SeveralCasesTests
{
    private const string First = "KM2026112200001";
    private const string Second = "KM2026112200002";
    private const string FirstCase = "CS-261122-TEST1";
    private const string SecondCase = "CS-261122-TEST2";

    [Fact]
    public void AnotherMistake_WhileAReviewerDecides_OpensACaseOfItsOwn()
    {
        var talk = Filed().Says($"还有一单 {Second} 面额选错了");

        Assert.Contains("parked.kept", talk.Keys);
        Assert.Equal((SecondCase, Stage.Explaining), (talk.Case.Number, talk.Case.Stage));
        Assert.Equal(FirstCase, Assert.Single(talk.State.Parked).Number);
        Assert.Contains(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.ReviewDue);
    }

    [Fact]
    public void ReviewersApproval_OfAParkedCase_IsCarriedOut_AndLeavesTheOpenQuestionOpen()
    {
        var talk = Filed().Says($"{Second} 面额选错了，撤单");
        Assert.Equal((SecondCase, Asks.Confirm), (talk.Case.Number, talk.Case.Asks));

        talk.ReviewerSays(ReviewVerdict.Approve);
        Assert.Equal((FirstCase, Stage.Executing), (talk.Case.Number, talk.Case.Stage));
        Assert.Equal(First, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).OrderNo);
        Assert.Equal((SecondCase, Asks.Confirm), (talk.State.Case!.Number, talk.State.Asked!.Asks));

        talk.ShopDoes();
        Assert.Equal((FirstCase, Outcome.Refunded), (talk.Case.Number, talk.Case.Outcome));
        talk.Says("确认");
        Assert.Equal(Second, Assert.IsType<CancelOrder>(talk.Moves.Last()).OrderNo);
        Assert.Equal(SecondCase, talk.Case.Number);
    }

    [Fact]
    public void PieceWantedForAParkedCase_IsAskedForOnceTheOtherIsDone()
    {
        var talk = Filed().Says($"{Second} 面额选错了，撤单").ReviewerSays(ReviewVerdict.MoreEvidence, link: EvidenceLink.Mistake);
        Assert.Contains("review.more_evidence", talk.Keys);
        Assert.Equal(Asks.Confirm, talk.State.Asked!.Asks);

        talk.Says("确认").ShopDoes();
        Assert.Contains("parked.back", talk.Keys);
        Assert.Equal((FirstCase, Asks.Evidence), (talk.Case.Number, talk.Case.Asks));
    }

    [Fact]
    public void RefundUnderWay_IsFollowedWhileAnotherCaseIsTold()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Approve).ShopDoes().Says($"{Second} 面额选错了");
        Assert.Equal(FirstCase, Assert.Single(talk.State.Parked).Number);

        talk.RefundIs = new Refund(RefundState.Arrived, "原路退回微信支付", talk.Now, 980);
        talk.Waits(TimeSpan.FromDays(4)).Deadline(DeadlineKind.LookAgain);
        Assert.Contains("refund.arrived", talk.Keys);
        Assert.Equal((FirstCase, Outcome.Refunded), (talk.Case.Number, talk.Case.Outcome));
        Assert.Empty(talk.State.Parked);
        Assert.Equal(SecondCase, talk.State.Case!.Number);
    }

    [Fact]
    public void RecipientsAnswer_ReachesAParkedCase()
    {
        var stranger = Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger };
        var talk = Shop(stranger).Says($"{First} 账号充错了").Numbered("CS-261122-TEST2").Says($"{Second} 面额选错了");
        Assert.Equal(SecondCase, talk.Case.Number);

        talk.RecipientSays(RecipientAnswer.Agrees, First);
        Assert.Equal(First, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).OrderNo);
        Assert.Equal(SecondCase, talk.State.Case!.Number);
    }

    [Fact]
    public void NewsOfAParkedCase_LeavesThePersonWithTheCaseThatTheyHold()
    {
        var talk = Filed().Says($"{Second} 面额选错了").Says("转人工").PersonJoins(number: SecondCase);
        Assert.Equal(SecondCase, talk.State.Case!.Number);

        talk.ReviewerSays(ReviewVerdict.Approve);
        Assert.Equal(First, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).OrderNo);
        Assert.Equal((SecondCase, "a-1"), (talk.State.Case!.Number, talk.State.Person!.Id));
    }

    [Fact]
    public void MoreOfTheSame_WhileAReviewerDecides_IsPartOfItsCase()
    {
        var talk = Filed().Says("账号真的充错了，我看错了一个数字");

        Assert.Equal(FirstCase, talk.Case.Number);
        Assert.Empty(talk.State.Parked);
        Assert.NotNull(talk.State.Case!.Statement);
    }

    private static Script Shop(Order first) => new Script().With(Some.Facts(first)).With(Some.Facts(Some.Order() with { OrderNo = Second, Denomination = "100元" })).Opens();

    private static Script Filed() => Shop(Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Self, IdentityBound = true })
        .Says($"{First} 账号充错了").Sends(ReviewTests.Picture("E-1"), ReviewTests.Picture("E-2")).Says("退款").Says("确认提交").Numbered(SecondCase);
}
