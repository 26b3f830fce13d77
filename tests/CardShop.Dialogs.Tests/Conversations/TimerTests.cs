using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>What comes of waiting (rules G4, H3, R3, P11, D6, E6): each moment speaks once, and only as long as it matters.</summary>
public sealed class TimerTests
{
    private const string Number = "KM2026112200001";

    /// <summary>G4: the deadline is visible, to the second, from the payment time on record.</summary>
    [Fact]
    public void Window_WithTwoMinutesLeft_IsCalledToMind()
    {
        var talk = Asked().Waits(TimeSpan.FromMinutes(2)).Says("在吗").Passes(TimeSpan.FromMinutes(9));

        Assert.Equal(["clock.closing"], talk.Keys);
        Assert.Contains("2 分 0 秒", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Equal(Asks.Confirm, talk.Case.Asks);
    }

    [Fact]
    public void Lease_ThatEnds_IsTold_AndTakenAgainWithTheNextWord()
    {
        var talk = Asked();
        var holds = talk.Sent.OfType<HoldOrder>().Count();

        talk.Passes(TimeSpan.FromMinutes(10));
        Assert.Equal(["clock.lease_over"], talk.Keys);

        talk.Says("在吗");
        Assert.Equal(holds + 1, talk.Sent.OfType<HoldOrder>().Count());
    }

    [Fact]
    public void UnansweredQuestion_IsCalledToMindOnce()
    {
        var talk = new Script().With(Late()).Opens().Says("账号充错了").Passes(TimeSpan.FromHours(3));
        Assert.Equal(["clock.still_there"], talk.Keys);
        Assert.DoesNotContain(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.Unanswered);

        talk.Says(Number).Passes(TimeSpan.FromHours(3));
        Assert.Equal(["clock.send_evidence"], talk.Keys);
    }

    [Fact]
    public void UnansweredQuestion_IsNotCalledToMindBeforeItsTime_ThoughItIsWokenEarly()
    {
        var talk = new Script().With(Late()).Opens().Says("账号充错了").Deadline(DeadlineKind.Unanswered);

        Assert.Empty(talk.Said);
        Assert.Contains(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.Unanswered);
    }

    [Fact]
    public void Draft_ThatNobodyComesBackTo_EndsAndItsEvidenceIsDeleted()
    {
        var talk = new Script().With(Late()).Opens().Says("账号充错了").Says(Number).Sends(Picture("E-1")).Passes(TimeSpan.FromDays(8));

        Assert.Equal((Stage.Closed, Outcome.Abandoned), (talk.Case.Stage, talk.Case.Outcome));
        Assert.Equal(["E-1"], talk.Discarded);
        Assert.Empty(talk.Deadlines);
    }

    [Fact]
    public void Evidence_WithoutACase_IsDeletedAfterAWhile()
    {
        var talk = new Script().Opens().Sends(Picture("E-1")).Passes(TimeSpan.FromDays(8));

        Assert.Equal(["E-1"], talk.Discarded);
        Assert.Empty(talk.State.UnclaimedEvidence);
    }

    /// <summary>Filed on Sunday 22 November: the third working day is Wednesday 25.</summary>
    [Fact]
    public void Review_ThatIsOverdue_IsToldOnce_AndGoesOn()
    {
        var talk = Filed().Passes(TimeSpan.FromDays(3));
        Assert.NotEqual(["review.overdue"], talk.Keys);

        talk.Passes(TimeSpan.FromHours(12));
        Assert.Equal(["review.overdue"], talk.Keys);
        Assert.True(talk.Said[0].IsNews);
        Assert.Single(talk.Events.OfType<ReviewOverdue>());

        talk.Passes(TimeSpan.FromDays(30)).ReviewerSays(ReviewVerdict.Approve);
        Assert.Single(talk.Moves);
        Assert.Single(talk.Events.OfType<ReviewOverdue>());
    }

    /// <summary>A moment that passed while another turn ran is made up for: the store keeps one row of a kind.</summary>
    [Fact]
    public void OverdueReview_ThatATurnOvertook_IsStillTold()
    {
        var talk = Filed().Waits(TimeSpan.FromDays(5)).Says("在吗");
        Assert.Contains(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.ReviewDue && deadline.At < talk.Now);

        talk.Passes(TimeSpan.Zero);
        Assert.Equal(["review.overdue"], talk.Keys);
    }

    [Fact]
    public void Refund_IsFollowedUntilItHasArrived()
    {
        var talk = Refunding();
        Assert.Contains(talk.Deadlines, deadline => deadline.Kind == DeadlineKind.LookAgain && deadline.At == talk.Now.AddDays(3));

        talk.RefundIs = new Refund(RefundState.Arrived, "原路退回微信支付", talk.Now.AddDays(3), 980);
        talk.Passes(TimeSpan.FromDays(3));
        Assert.Equal(["refund.arrived"], talk.Keys);
        Assert.Equal("arrived", talk.Case.Refund!.State);
        Assert.Empty(talk.Deadlines);
    }

    [Fact]
    public void Refund_IsToldOnAsking_AndLateOnlyOnce()
    {
        var talk = Refunding();
        talk.RefundIs = new Refund(RefundState.Processing, "原路退回微信支付", talk.Now.AddDays(3), 980);
        talk.Says("退款到哪了");
        Assert.Equal(["refund.expected"], talk.Keys);

        talk.Passes(TimeSpan.FromDays(4));
        Assert.Equal("refund.late", talk.LastSaid);
        talk.Passes(TimeSpan.FromDays(10));
        Assert.Empty(talk.Said);
    }

    [Fact]
    public void Refund_ThatFailed_IsToldWithAPersonBesideIt()
    {
        var talk = Refunding();
        talk.RefundIs = new Refund(RefundState.Failed, "原路退回微信支付", talk.Now.AddDays(3), 980);
        talk.OrderMoves(talk.Orders[Number]);

        Assert.Equal(["refund.failed"], talk.Keys);
        Assert.Contains(talk.Said[0].Options, option => option.Id == "human");
    }

    [Fact]
    public void Payment_BeingConfirmed_IsLookedUpUntilKnown()
    {
        var confirming = Some.Facts(Some.Order() with { Payment = PaymentState.Confirming, ChannelRecord = ChannelRecord.Unknown, PaidAt = null });
        var talk = new Script().With(confirming).Opens().Says("付了款页面关了，不知道成没成").Says(Number);
        Assert.Equal(CasePath.Reconcile, talk.Case.Path);
        var looks = talk.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.LookAgain).At;

        talk.Passes(looks - talk.Now);
        Assert.Empty(talk.Said);

        talk.OrderMoves(Some.Facts(Some.Order() with { Version = 2 }));
        Assert.Equal((Outcome.Reconciled, CasePath.Reconcile), (talk.Case.Outcome, talk.Case.Path));
        Assert.Equal(["reconciled.booked"], talk.Keys);
    }

    /// <summary>D6, P6: paid and not booked ends as reconciled once the shop has paid it back.</summary>
    [Fact]
    public void PaidButNotBooked_ThatIsPaidBack_EndsAsReconciled()
    {
        var unbooked = Some.Order() with { Payment = PaymentState.Closed, ChannelRecord = ChannelRecord.Paid, PaidAt = null };
        var talk = new Script().With(Some.Facts(unbooked)).Opens().Says("钱扣了显示未支付").Says(Number);
        Assert.Contains("D6", talk.Case.Rules);

        talk.OrderMoves(Some.Facts(unbooked with { Version = 2, Payment = PaymentState.Refunded }));
        Assert.Equal(Outcome.Reconciled, talk.Case.Outcome);
        Assert.Equal(["reconciled.paid_back"], talk.Keys);
    }

    private static Script Asked() => new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了，撤单").Says(Number);

    private static Script Refunding() => Filed().ReviewerSays(ReviewVerdict.Approve).ShopDoes();

    private static Script Filed() =>
        new Script().With(Late()).Opens().Says("账号充错了").Says(Number).Sends(Picture("E-1"), Picture("E-2")).Says("退款").Says("确认提交");

    private static OrderFacts Late() => Some.Facts(Some.Order() with { PaidAt = Some.Now - TimeSpan.FromHours(2) });

    private static AcceptedFile Picture(string id) =>
        new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = new string('0', 64), ReceivedAt = Some.Now });
}
