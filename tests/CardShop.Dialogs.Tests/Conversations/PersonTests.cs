using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>A person takes over, decides and hands back (DESIGN.md, decision 8; rules H1, H3, R5, D4, D7).</summary>
public sealed class PersonTests
{
    private const string Number = "KM2026112200001";

    /// <summary>G2, R5: approved by a person, with the customer's yes, while the bot's own read-back was open: it is carried out, and the read-back stands no longer.</summary>
    [Fact]
    public void PersonsApproval_WhileAReadBackIsOpen_IsCarriedOut()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("KM2026112200001 账号充错了，撤单退款");
        Assert.Equal(Stage.Confirming, talk.Case.Stage);
        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel, agreed: true, mayOverride: true, reason: "顾客在电话里确认了");

        Assert.Single(talk.Moves);
        Assert.Equal(Stage.Executing, talk.Case.Stage);
        talk.Says("确认");
        Assert.Single(talk.Moves);
    }

    /// <summary>P9: an abnormal order has no path; what a person then does has gone through their hands.</summary>
    [Fact]
    public void CaseWithoutAPath_ThatAPersonCloses_WentThroughTheirHands()
    {
        var talk = new Script { Commands = CommandMode.Shadow }.With(Some.Facts(Some.Order() with { Delivery = DeliveryState.Abnormal })).Opens().Says("KM2026112200001 面额选错了");
        Assert.Null(talk.Case.Path);
        talk.PersonCloses(Outcome.Cancelled);

        Assert.Equal((CasePath.ManualReview, Outcome.Cancelled), (talk.Case.Path, talk.Case.Outcome));
    }

    /// <summary>Half a character in the line of text after the rating is mended like everywhere else.</summary>
    [Fact]
    public void RemarkWithHalfACharacter_IsKept()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("KM2026112200001 账号充错了").Says("转人工").PersonJoins().PersonSays("您好").PersonCloses(Outcome.NothingLost);
        talk.Says("满意").Says("谢谢小李\ud83d");

        Assert.StartsWith("谢谢小李", talk.State.Case!.Satisfaction!.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Person_WhoJoins_IsNamed_AndTheBotFallsSilent()
    {
        var talk = Waiting().PersonJoins();
        Assert.Equal(["desk.joined"], talk.Keys);
        Assert.Contains("小李", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Empty(talk.Said[0].Options);

        Assert.Empty(talk.Says("我刚才账号填错了").Said);
        Assert.Empty(talk.Says("转人工").Said);
        Assert.Empty(talk.Says("算了不弄了").Said);
        Assert.Empty(talk.Opens().Said);
        Assert.Equal(Stage.WithHuman, CaseStages.Of(talk.State.Case!.State));
    }

    [Fact]
    public void PersonsWords_ArePassedOn_AsTheyAre_UnderTheirName()
    {
        var talk = Waiting().PersonJoins().PersonSays("<b>您好</b> {name}");

        var said = Assert.Single(talk.Said);
        Assert.Equal(("<b>您好</b> {name}", "小李"), (said.Text, said.From));
        Assert.True(said.IsNews);
    }

    [Fact]
    public void OfTwoWhoJoin_TheFirstHasIt_AndNobodyElseIsHeard()
    {
        var talk = Waiting().PersonJoins().PersonJoins(Script.Wang);
        Assert.Equal(Script.Li, talk.State.Person);
        Assert.Empty(talk.Said);

        Assert.Empty(talk.PersonSays("我来", Script.Wang).Said);
        Assert.Empty(talk.PersonLeaves(person: Script.Wang).Said);
        Assert.Equal(Script.Li, talk.State.Person);
    }

    [Fact]
    public void Colleague_WhoRelieves_IsNamed()
    {
        var talk = Waiting().PersonJoins().PersonJoins(Script.Wang, insteadOf: Script.Li.Id);

        Assert.Equal(["desk.relieved"], talk.Keys);
        Assert.Equal(Script.Wang, talk.State.Person);
    }

    [Fact]
    public void HandBack_ReadsTheOrderAgain_AndTakesUpWhereItMakesSense()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Says("账号填错了，改成 67890").Says(Number);
        Assert.Equal(Asks.Confirm, talk.Case.Asks);

        talk.Says("转人工").PersonJoins().Says("确认");
        Assert.Empty(talk.Moves);

        // Shipped while they were talking: the read-back is no longer true, and isn't repeated.
        talk.With(Some.Facts(Some.Order() with { Version = 2, Delivery = DeliveryState.Processing })).PersonLeaves();
        Assert.Equal("desk.left", talk.Keys.First());
        Assert.Equal((Stage.Evidence, CasePath.ManualReview), (talk.Case.Stage, talk.Case.Path));
        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void HandBack_WithNothingChanged_ReadsBackAfresh()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Says("账号填错了，改成 67890").Says(Number).Says("转人工").PersonJoins().PersonLeaves();

        Assert.Equal(Asks.Confirm, talk.Case.Asks);
        talk.Says("确认");
        Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves));
    }

    [Theory]
    [InlineData(PersonLeaving.Releases, "desk.released")]
    [InlineData(PersonLeaving.Vanishes, "desk.vanished")]
    public void Person_WhoLeavesTheCaseToOthers_PutsItBackIntoTheQueue(PersonLeaving how, string key)
    {
        var talk = Waiting().PersonJoins().PersonLeaves(how);

        Assert.Equal([key, "person.still_waiting"], talk.Keys);
        Assert.Null(talk.State.Person);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.NotEmpty(talk.Says("还在吗").Said);
    }

    [Fact]
    public void Files_SentToAPerson_AreEvidence_AndOnlyARefusedOneIsTold()
    {
        var talk = Waiting().PersonJoins().Sends(Picture("E-1"));
        Assert.Empty(talk.Said);
        Assert.Equal("E-1", Assert.Single(talk.State.Case!.Evidence).Piece.Id);

        Assert.Equal(["evidence.refused.heic"], talk.Sends(new RefusedFile(FileRefusal.Heic)).Keys);
    }

    [Fact]
    public void ShopsAnswer_WhileAPersonSpeaks_IsToldAsAFact_WithoutAQuestion()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Says("账号填错了，要撤单").Says(Number).Says("确认").Says("转人工").PersonJoins();

        talk.ShopDoes();
        Assert.Contains("done.cancelled", talk.Keys);
        Assert.All(talk.Said, message => Assert.Empty(message.Options));
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
        Assert.NotNull(talk.State.Person);

        Assert.Equal(["desk.left", "desk.how_was_it"], talk.PersonLeaves().Keys);
    }

    [Fact]
    public void ShopsRefusal_WhileAPersonSpeaks_LeavesTheCaseWithThem()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Says("账号填错了，要撤单").Says(Number).Says("确认").Says("转人工").PersonJoins();

        talk.ShopAnswers(new CommandRefused("already_shipped", Some.Order() with { Version = 2, Delivery = DeliveryState.Processing }));
        Assert.Equal(["refused.already_shipped"], talk.Keys);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
        Assert.Null(talk.State.Asked);
    }

    [Fact]
    public void Approval_OfWhatWasAppliedFor_SendsTheCommandOnce_AndNamesWhoDecided()
    {
        var talk = Filed().Says("转人工").PersonJoins().PersonDecides(ReviewVerdict.Approve, Remedy.Cancel, Script.Wang);
        Assert.Equal(980, Assert.IsType<RefundOrder>(Assert.Single(talk.Moves)).AmountFen);
        Assert.Contains(new DeskDecided("a-2", "小王", DeskVerb.Approve, Remedy.Cancel, DeskDecisionResult.Done), talk.Events);

        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel).PersonDecides(ReviewVerdict.Refuse, reason: "不行");
        Assert.Single(talk.Moves);
        Assert.Equal([DeskDecisionResult.Done, DeskDecisionResult.AlreadyDecided, DeskDecisionResult.AlreadyDecided], Decisions(talk));

        talk.ShopDoes();
        Assert.Equal(Outcome.Refunded, talk.Case.Outcome);
    }

    [Fact]
    public void Approval_AgainstTheRulesAdvice_TakesSomebodyWhoMay()
    {
        // Gathering: nothing shows the order or the mistake (E4).
        var talk = Gathering().Says("退款").Says("转人工").PersonJoins().PersonDecides(ReviewVerdict.Approve, Remedy.Cancel, agreed: true);
        Assert.Empty(talk.Moves);
        Assert.Equal([DeskDecisionResult.NotAgainstAdvice], Decisions(talk));

        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel, agreed: true, mayOverride: true);
        Assert.IsType<RefundOrder>(Assert.Single(talk.Moves));
        Assert.True(talk.Events.OfType<DeskDecided>().Last().AgainstAdvice);
    }

    [Fact]
    public void Approval_WithoutTheCustomersYes_IsReadBack_WhenThePersonHandsBack()
    {
        var talk = Gathering().Sends(Picture("E-1"), Picture("E-2")).Says("转人工").PersonJoins().PersonDecides(ReviewVerdict.Approve, Remedy.Cancel);
        Assert.Equal([DeskDecisionResult.AwaitsYes], Decisions(talk));
        Assert.Empty(talk.Moves);

        talk.PersonLeaves();
        Assert.Equal(Asks.Confirm, talk.Case.Asks);
        talk.Says("确认");
        Assert.IsType<RefundOrder>(Assert.Single(talk.Moves));
    }

    [Fact]
    public void Approval_WithTheCustomersYesToThePerson_IsCarriedOutAtOnce()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Says("账号填错了，改成 67890").Says(Number).Says("转人工").PersonJoins()
            .PersonDecides(ReviewVerdict.Approve, Remedy.Modify, agreed: true);

        Assert.Equal("67890", Assert.IsType<ModifyOrder>(Assert.Single(talk.Moves)).Changes.Account);
    }

    [Fact]
    public void Approval_AboveTheAmount_TakesTwoPeople()
    {
        var talk = Filed(new PolicySettings { TwoPeopleFromFen = 980 }).PersonDecides(ReviewVerdict.Approve, Remedy.Cancel);
        Assert.Empty(talk.Moves);
        Assert.Equal("小李", talk.State.Case!.FirstApproval!.Name);

        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel);
        Assert.Empty(talk.Moves);

        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel, Script.Wang);
        Assert.IsType<RefundOrder>(Assert.Single(talk.Moves));
        Assert.Equal([DeskDecisionResult.FirstOfTwo, DeskDecisionResult.FirstOfTwo, DeskDecisionResult.Done], Decisions(talk));
    }

    [Fact]
    public void Approval_ThatTheShopRefuses_CanBeDecidedAnew()
    {
        var talk = Filed().PersonDecides(ReviewVerdict.Approve, Remedy.Cancel).ShopAnswers(new CommandRefused("not_allowed", null));
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);

        talk.PersonDecides(ReviewVerdict.Refuse, reason: "店铺办不了");
        Assert.Equal(Outcome.Refused, talk.Case.Outcome);
    }

    [Fact]
    public void Shadow_ApprovesWithoutActing_AndWhatWasDoneByHandCloses()
    {
        var talk = Filed();
        talk.Commands = CommandMode.Shadow;
        talk.PersonDecides(ReviewVerdict.Approve, Remedy.Cancel);
        Assert.Empty(talk.Moves);

        talk.PersonCloses(Outcome.Refunded);
        Assert.Equal(Outcome.Refunded, talk.State.Case!.Outcome);
    }

    [Fact]
    public void Refusal_ByAPerson_HasItsReason_AndCanBeReopened()
    {
        var talk = Filed().PersonJoins().PersonDecides(ReviewVerdict.Refuse, reason: "截图看不清", link: EvidenceLink.Order);
        Assert.Contains("截图看不清", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Equal(Outcome.RefusedInsufficientEvidence, talk.State.Case!.Outcome);

        talk.PersonLeaves().Sends(Picture("E-9"));
        Assert.True(talk.State.Case!.Reopened);
    }

    [Fact]
    public void NamedPiece_AskedForByAPerson_IsTakenWhenItComes()
    {
        var talk = Filed().PersonJoins().PersonDecides(ReviewVerdict.MoreEvidence, link: EvidenceLink.Mistake, reason: "看不出原本要充哪个号");
        Assert.Equal(["review.more_evidence"], talk.Keys);

        talk.Sends(Picture("E-7")).PersonLeaves();
        Assert.Equal(EvidenceLink.Mistake, talk.State.Case!.Evidence[^1].Link);
        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
    }

    /// <summary>D7: a case with a person stays open until that person closes it; T9 and T10 end as what was handed over.</summary>
    [Theory]
    [InlineData("KM2026112200001 一直没到账", Outcome.DeliveryHandedOver)]
    [InlineData("我被骗了，对方让我把卡密发给他", Outcome.FraudHandedOver)]
    public void HandedOver_IsTheEnd_OnceThePersonClosesIt(string words, Outcome outcome)
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Waits(TimeSpan.FromHours(1)).Says(words);
        Assert.Equal((Stage.WithHuman, (Outcome?)null), (talk.Case.Stage, talk.Case.Outcome));

        talk.PersonJoins().PersonCloses(outcome);

        Assert.Equal(outcome, talk.State.Case!.Outcome);
        Assert.Equal(["desk.closed", "desk.how_was_it"], talk.Keys);
        Assert.Null(talk.State.Person);
    }

    [Fact]
    public void Closing_Twice_HasOneEffect()
    {
        var talk = Waiting().PersonJoins().PersonCloses(Outcome.NothingLost).PersonCloses(Outcome.Refused, Script.Wang);

        Assert.Equal(Outcome.NothingLost, talk.State.Case!.Outcome);
        Assert.Equal([DeskDecisionResult.Done, DeskDecisionResult.AlreadyDecided], Decisions(talk));
    }

    [Fact]
    public void Satisfaction_IsAskedOnce_OneTapAndALine()
    {
        var talk = Waiting().PersonJoins().PersonCloses(Outcome.NothingLost);
        Assert.Equal(["rate_good", "rate_fair", "rate_bad"], talk.Said[^1].Options.Select(option => option.Id));

        talk.Says("满意");
        Assert.Equal(["desk.rated"], talk.Keys);
        talk.Says("谢谢，态度很好");
        Assert.Equal(["desk.rated_words"], talk.Keys);
        Assert.Equal(new Satisfaction("good", Words: "谢谢，态度很好"), talk.State.Case!.Satisfaction);

        Assert.DoesNotContain("desk.how_was_it", talk.Says("你好").Keys);
    }

    [Fact]
    public void NewTrouble_AfterTheTap_IsNoRemark()
    {
        var talk = Waiting().PersonJoins().PersonCloses(Outcome.NothingLost).Says("满意").Says("账号填错了");

        Assert.Null(talk.State.Case!.Satisfaction?.Words);
        Assert.Equal(Problem.WrongAccount, talk.State.Case.Problem);
    }

    /// <summary>H1: the place in the queue and the expected wait, as measured.</summary>
    [Fact]
    public void Wait_SaysPlaceAndMeasuredTime_AndNothingWhereNothingWasMeasured()
    {
        var talk = new Script { Desk = new DeskAnswer(3, TimeSpan.FromSeconds(250), DeskStaffing.Staffed, null) }.Says("转人工");
        Assert.Equal(["person.waiting", "desk.expected_wait"], talk.Keys);
        Assert.Contains("3 位", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("5 分钟", talk.Said[1].Text, StringComparison.Ordinal);

        Assert.Equal(["person.waiting"], new Script { Desk = new DeskAnswer(0, null, DeskStaffing.Staffed, null) }.Says("转人工").Keys);
    }

    [Theory]
    [InlineData(DeskStaffing.NobodyOnline, "desk.nobody_online")]
    [InlineData(DeskStaffing.AfterHours, "desk.after_hours")]
    public void Wait_WithNobodyThere_SaysByWhen_AndThatTheBotCanGoOn(DeskStaffing staffing, string key)
    {
        var talk = new Script { Desk = new DeskAnswer(0, TimeSpan.FromMinutes(5), staffing, Some.Now.AddHours(2)) }.Says("转人工");

        Assert.Equal(["person.waiting", key], talk.Keys);
        Assert.Contains("16:00", talk.Said[1].Text, StringComparison.Ordinal);
        Assert.Equal(["resume"], talk.Said[1].Options.Select(option => option.Id));
    }

    [Fact]
    public void Coordination_GoesWhereTheRulesSendIt()
    {
        var stranger = Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger };
        var talk = new Script().With(Some.Facts(stranger)).Says("账号填错了").Says(Number).Says("转人工").PersonJoins().PersonCoordinates();

        Assert.Equal(Stage.Coordinating, talk.Case.Stage);
        Assert.Null(talk.State.Person);
        Assert.Equal([DeskDecisionResult.NotNow], Decisions(Waiting().PersonJoins().PersonCoordinates()));
    }

    private static Script Waiting() => new Script().Says("转人工");

    private static Script Gathering(PolicySettings? settings = null) =>
        new Script { Settings = settings ?? new PolicySettings() }.With(Some.Facts(Some.Order() with { PaidAt = Some.Now.AddMinutes(-30) })).Says("账号填错了").Says(Number);

    private static Script Filed(PolicySettings? settings = null)
    {
        var talk = Gathering(settings).Sends(Picture("E-1"), Picture("E-2")).Says("退款").Says("确认提交");
        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
        return talk;
    }

    private static IEnumerable<DeskDecisionResult> Decisions(Script talk) => talk.Events.OfType<DeskDecided>().Select(decided => decided.Result);

    private static AcceptedFile Picture(string id) => new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = string.Empty, ReceivedAt = Some.Now });
}
