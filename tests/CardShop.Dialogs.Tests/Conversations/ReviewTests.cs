using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>A manual review from the first screenshot to its end (rules P2, R1 to R5, E4, D1, D4, D5).</summary>
public sealed class ReviewTests
{
    private const string Number = "KM2026112200001";

    [Fact]
    public void Review_GoesFromEvidenceToApplicationToReviewer_AndTheShopPaysBackOnce()
    {
        var talk = Gathering().Sends(Picture("E-1"), Picture("E-2"));
        Assert.Equal((Stage.Explaining, Asks.Remedy), (talk.Case.Stage, talk.Case.Asks));

        talk.Says("退款");
        Assert.Equal((Stage.Filing, Asks.Confirm), (talk.Case.Stage, talk.Case.Asks));
        Assert.Equal("ask.application", talk.Said[^1].Key);
        Assert.Contains("账号填错", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Contains("退款 ¥9.80", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认提交");
        Assert.Equal((Stage.UnderReview, "review"), (talk.Case.Stage, talk.Case.DeadlineKind));
        Assert.Contains("2026-11-25", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Empty(talk.Moves);

        talk.ReviewerSays(ReviewVerdict.Approve, "情况属实");
        Assert.True(talk.Said[0].IsNews);
        Assert.Equal(Stage.Executing, talk.Case.Stage);
        Assert.Equal(980, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).AmountFen);

        talk.ShopDoes();
        Assert.Equal((Stage.Closed, Outcome.Refunded, CasePath.ManualReview), (talk.Case.Stage, talk.Case.Outcome, talk.Case.Path));
        Assert.Equal(["done.refunded", "refund.expected", "tip.wrong_account"], talk.Keys);
        Assert.Equal("processing", talk.Case.Refund!.State);
    }

    [Fact]
    public void ApprovedChange_IsSentAsItWasAppliedFor()
    {
        var talk = Gathering().Sends(Picture("E-1"), Picture("E-2")).Says("改成 67890");
        Assert.Equal(Stage.Filing, talk.Case.Stage);
        Assert.Contains("12345 → 67890", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认").ReviewerSays(ReviewVerdict.Approve);
        Assert.Equal("67890", Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves)).Changes.Account);

        talk.ShopDoes();
        Assert.Equal(Outcome.Modified, talk.Case.Outcome);
    }

    [Fact]
    public void IncompleteChain_IsWarnedOfBeforeFiling_AndFiledIfTheCustomerInsists()
    {
        var talk = Gathering().Says("没有了").Says("退款");
        Assert.Equal("ask.application_incomplete", talk.Said[^1].Key);
        Assert.Contains("订单页截图", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("确认提交");
        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
        Assert.Equal([EvidenceLink.Order, EvidenceLink.Mistake], Assert.Single(talk.Events.OfType<ApplicationFiled>()).Missing);
    }

    [Fact]
    public void Application_CanBeCorrectedBeforeItIsFiled()
    {
        var talk = Applying();
        talk.Says("不，改成 67890 账号");
        Assert.Equal(Stage.Filing, talk.Case.Stage);
        Assert.Contains("12345 → 67890", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("先不要").Says("撤单退款");
        Assert.Contains("退款 ¥9.80", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Null(talk.State.Case!.Filing);
    }

    [Fact]
    public void Evidence_CanBeAddedToAReadApplication()
    {
        var talk = Gathering().Says("就这些了").Says("退款").Says("补材料");
        Assert.Equal((Stage.Evidence, "evidence.missing_review"), (talk.Case.Stage, talk.Said[^1].Key));

        talk.Sends(Picture("E-1"), Picture("E-2"));
        Assert.Equal("ask.application", talk.Said[^1].Key);
    }

    [Fact]
    public void UnclearYes_FilesNothing()
    {
        var talk = Applying().Says("嗯…应该吧");

        Assert.Equal(Stage.Filing, talk.Case.Stage);
        Assert.Null(talk.State.Case!.Filing);
    }

    /// <summary>T3: what went wrong with a payment is mended by no change, so that none is offered or read back.</summary>
    [Fact]
    public void ApprovedReview_OfAPaymentInDoubt_OffersNoChange()
    {
        var talk = new Script().With(Some.Facts(Some.Order() with { Payment = PaymentState.PartRefunded, ChannelRecord = ChannelRecord.Paid })).Opens().Says("账号充错了").Says(Number);
        talk.ReviewerSays(ReviewVerdict.Approve);
        Assert.Equal(Asks.Remedy, talk.Case.Asks);

        talk.Says("付款页面崩了，不知道付成功没有");

        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id == "modify");
    }

    [Fact]
    public void WordsOfTheCustomer_GoToTheReviewer()
    {
        var talk = Gathering().Says("我是给我妈充的，看错了一个数字");
        Assert.Equal("review.statement_noted", talk.Said[0].Key);

        talk.Says("就这些了").Says("退款");
        Assert.Contains("我是给我妈充的，看错了一个数字", talk.Said[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SecondYes_AfterFiling_FilesNothingTwice()
    {
        var talk = Filed().Says("确认提交").Says("确认提交");

        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
        Assert.Single(talk.Events.OfType<ApplicationFiled>());
    }

    [Fact]
    public void TypedLabelOfAButton_IsNoStatementToTheReviewer()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.MoreEvidence, link: EvidenceLink.Mistake);
        talk.ShopIsDown = true;
        talk.Says("就这些了");
        Assert.Equal("note.shop_silent", talk.Said[^1].Key);

        talk.ShopIsDown = false;
        talk.Says("再试一次");
        Assert.Equal("review.status", talk.Said[^1].Key);
        Assert.Null(talk.State.Case!.Statement);
    }

    [Fact]
    public void Status_IsToldAtAnyTime_WithTheDay()
    {
        var talk = Filed().Says("我提交的申请怎么样了");

        Assert.Equal(["review.status"], talk.Keys);
        Assert.Contains("2026-11-25", talk.Said[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreEvidence_IsAskedForByName_AndTheReviewGoesOnWithIt()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.MoreEvidence, "看不清对话", EvidenceLink.Mistake);
        Assert.Equal((Stage.Evidence, Asks.Evidence), (talk.Case.Stage, talk.Case.Asks));
        Assert.Contains("看不清对话", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("本来要买什么的聊天或页面", talk.Said[0].Text, StringComparison.Ordinal);

        talk.Sends(Picture("E-3"));
        Assert.Equal((Stage.UnderReview, "review.piece_passed"), (talk.Case.Stage, talk.Said[^1].Key));
        Assert.Equal(EvidenceLink.Mistake, talk.State.Case!.Evidence[^1].Link);

        talk.ReviewerSays(ReviewVerdict.Approve);
        Assert.Single(talk.Moves);
    }

    [Fact]
    public void MoreEvidence_ThatTheCustomerDoesNotHave_GoesBackToTheReviewer()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.MoreEvidence, null, EvidenceLink.Mistake).Says("没有");

        Assert.Equal((Stage.UnderReview, null), (talk.Case.Stage, talk.Case.Asks));
        Assert.Equal("review.no_piece", talk.Said[0].Key);
    }

    /// <summary>R5, D5: a refusal reaches the customer with its reason; one for a missing link is an outcome of its own.</summary>
    [Theory]
    [InlineData(null, Outcome.Refused)]
    [InlineData(EvidenceLink.Mistake, Outcome.RefusedInsufficientEvidence)]
    public void Refusal_SaysWhy_AndEndsTheCase(EvidenceLink? link, Outcome outcome)
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Refuse, "商品已使用", link);

        Assert.Equal((Stage.Closed, outcome), (talk.Case.Stage, talk.Case.Outcome));
        Assert.Contains("商品已使用", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("D5", talk.Case.Rules);
        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void RefusedCase_IsReopenedOnce_ByNewEvidence()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Refuse, "证据不足", EvidenceLink.Mistake).Sends(Picture("E-9"));
        Assert.Equal("review.reopened", talk.Said[0].Key);
        Assert.Equal((Stage.Filing, null), (talk.Case.Stage, talk.Case.Outcome));

        talk.Says("确认提交").ReviewerSays(ReviewVerdict.Refuse, "证据不足", EvidenceLink.Mistake);
        Assert.Equal("review.refused_for_good", talk.Said[^1].Key);

        talk.Sends(Picture("E-10"));
        Assert.Equal(Stage.Closed, talk.Case.Stage);
        Assert.DoesNotContain("review.reopened", talk.Keys);
    }

    [Fact]
    public void Decision_Twice_Late_OrForACaseTakenBack_ChangesNothing()
    {
        var twice = Filed().ReviewerSays(ReviewVerdict.Approve).ReviewerSays(ReviewVerdict.Approve).ReviewerSays(ReviewVerdict.Refuse);
        Assert.Single(twice.Moves);
        Assert.Empty(twice.Said);
        Assert.Equal(2, twice.Events.OfType<ReviewNoted>().Count());

        var late = Filed().ReviewerSays(ReviewVerdict.Refuse, "不符合").ReviewerSays(ReviewVerdict.Approve);
        Assert.Empty(late.Moves);
        Assert.Equal(Outcome.Refused, late.State.Case!.Outcome);

        var withdrawn = Filed().Says("算了不弄了").ReviewerSays(ReviewVerdict.Approve);
        Assert.Empty(withdrawn.Moves);
        Assert.Equal(Outcome.Withdrawn, withdrawn.State.Case!.Outcome);

        var another = Filed().ReviewerSays(ReviewVerdict.Approve, number: "CS-261122-OTHER");
        Assert.Empty(another.Moves);
    }

    [Fact]
    public void ApprovalBeforeFiling_IsReadBackFirst()
    {
        var talk = Gathering().ReviewerSays(ReviewVerdict.Approve);
        Assert.Equal(("review.approved", Asks.Remedy), (talk.Said[0].Key, talk.Case.Asks));

        talk.Says("退款");
        Assert.Equal(Asks.Confirm, talk.Case.Asks);
        Assert.Empty(talk.Moves);

        talk.Says("确认");
        Assert.IsType<RefundOrder>(Assert.Single(talk.Moves));
    }

    [Fact]
    public void ApprovedOrder_ThatMovedMeanwhile_IsSentOnceMoreOnItsNewVersion()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Approve);
        var moved = Late().Order with { Version = 5 };

        talk.With(Some.Facts(moved)).ShopAnswers(new CommandRefused("version_moved", moved));

        Assert.Equal(2, talk.Moves.Count());
        Assert.Equal(5, Assert.IsType<RefundOrder>(talk.Moves.Last()).ExpectedVersion);
        Assert.NotEqual(talk.Moves.First().Key, talk.Moves.Last().Key);
    }

    [Fact]
    public void ApprovedOrder_ThatTheShopRefuses_GoesToAPerson()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Approve).ShopAnswers(new CommandRefused("not_allowed", null));

        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Equal(["review.approval_refused", "person.waiting"], talk.Keys);
    }

    [Fact]
    public void Approval_WhileAPersonHasTheCase_IsCarriedOut()
    {
        var talk = Filed().Says("转人工").ReviewerSays(ReviewVerdict.Approve);
        Assert.Single(talk.Moves);

        talk.ShopDoes();
        Assert.Equal(Outcome.Refunded, talk.Case.Outcome);
    }

    [Fact]
    public void Approval_WhileCommandsAreOff_GoesToAPerson()
    {
        var talk = Filed();
        talk.Commands = CommandMode.Shadow;
        talk.ReviewerSays(ReviewVerdict.Approve);

        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Empty(talk.Moves);
    }

    private static Script Filed() => Applying().Says("确认提交");

    private static Script Applying() => Gathering().Sends(Picture("E-1"), Picture("E-2")).Says("退款");

    private static Script Gathering() => new Script().With(Late()).Opens().Says("账号充错了").Says(Number);

    private static OrderFacts Late() => Some.Facts(Some.Order() with { PaidAt = Some.Now - TimeSpan.FromHours(2) });

    internal static AcceptedFile Picture(string id) =>
        new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = new string('0', 64), ReceivedAt = Some.Now });
}
