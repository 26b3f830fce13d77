using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The ways through triage and finding the order, and the other paths' honest ends.</summary>
public sealed class WaysTests
{
    private const string Number = "KM2026112200001";

    [Fact]
    public void Guest_ProvesTheOrderByItsContact()
    {
        var talk = new Script(customerId: null).With(Some.Facts(Some.Order())).Opens().Says("账号充错了");
        Assert.Equal(Asks.Order, talk.Case.Asks);

        talk.Says(Number);
        Assert.Equal(Asks.Contact, talk.Case.Asks);

        talk.Says("13900002222");
        Assert.Contains("note.order_not_found_guest", talk.Keys);

        talk.Says(Number).Says("13800001111");
        Assert.Equal(Asks.Remedy, talk.Case.Asks);
    }

    [Fact]
    public void AnotherCustomersOrder_IsAnsweredLikeAnUnknownOne()
    {
        var foreign = new Script("c-2").With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says(Number);
        var unknown = new Script("c-2").With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says("KM2026112299999");

        Assert.Equal(unknown.Said.Select(message => message.Text), foreign.Said.Select(message => message.Text));
    }

    [Fact]
    public void Proof_IsNeverKept()
    {
        var talk = new Script(customerId: null).With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says(Number).Says("13800001111");

        Assert.DoesNotContain("13800001111", System.Text.Json.JsonSerializer.Serialize(talk.State, CardShop.Dialogs.Json.DialogsJson.House), StringComparison.Ordinal);
    }

    /// <summary>P4: what is unpaid is cancelled directly, on a yes.</summary>
    [Fact]
    public void UnpaidDuplicate_IsCancelledDirectly()
    {
        var order = Some.Order() with { Payment = PaymentState.Unpaid, ChannelRecord = ChannelRecord.None, PaidAt = null };
        var talk = new Script().With(Some.Facts(order)).Opens().Says("重复下单").Says(Number);
        Assert.Equal((Asks.Confirm, CasePath.DirectCancelUnpaid), (talk.Case.Asks, talk.Case.Path));

        talk.Says("确认").ShopDoes();
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
    }

    /// <summary>P5: a paid duplicate goes by the merged refund.</summary>
    [Fact]
    public void PaidDuplicate_KeepsItsPath()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("点了两次").Says(Number);

        Assert.Equal((Asks.Confirm, CasePath.MergedRefund), (talk.Case.Asks, talk.Case.Path));
    }

    [Fact]
    public void UnconfirmedPayment_OfABookedOrder_LostNothing()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("付了款没确认").Says(Number);

        Assert.Equal((Stage.Closed, CasePath.NoAction, Outcome.NothingLost), (talk.Case.Stage, talk.Case.Path, talk.Case.Outcome));
        Assert.Empty(talk.Sent);
    }

    [Fact]
    public void PaidButNotBooked_IsRecordedForReconciliation()
    {
        var order = Some.Order() with { Payment = PaymentState.Unpaid, ChannelRecord = ChannelRecord.Paid, PaidAt = null };
        var talk = new Script().With(Some.Facts(order)).Opens().Says("付了款没确认").Says(Number);

        Assert.Equal((Stage.UnderReview, CasePath.Reconcile), (talk.Case.Stage, talk.Case.Path));
    }

    [Fact]
    public void DeliveredToAStranger_IsRecordedHonestly()
    {
        var order = Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger };
        var talk = new Script().With(Some.Facts(order)).Opens().Says("账号充错了").Says(Number);

        Assert.Equal((Stage.Coordinating, CasePath.ThirdParty), (talk.Case.Stage, talk.Case.Path));
        Assert.Contains("CS-261122-TEST1", string.Concat(talk.Said.Select(said => said.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void FrozenOrder_GoesToAPerson()
    {
        var talk = new Script().With(Some.Facts(Some.Order() with { Hold = HoldState.Frozen })).Opens().Says("账号充错了").Says(Number);

        Assert.Equal(["order.found", "person.frozen", "person.waiting"], talk.Keys.Prepend("order.found").Distinct());
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Fact]
    public void Person_IsToldThePlaceInTheQueue_AndTheBotCanBeTakenUpAgain()
    {
        var talk = new Script().With(Some.Facts(Some.Order()));
        talk.Waiting = 3;
        talk.Opens().Says("账号充错了").Says("转人工");
        Assert.Contains("3", talk.Said[^1].Text, StringComparison.Ordinal);

        talk.Says("在吗");
        Assert.Equal(["person.noted"], talk.Keys);
    }

    [Fact]
    public void Digression_IsAnsweredAndTheQuestionTakenUpAgain()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says("超过15分钟还能改吗");

        Assert.Equal(["rule.window", "ask.order.pick"], talk.Keys);
    }

    [Fact]
    public void English_IsAnsweredInEnglish()
    {
        var talk = new Script(locale: "en-US").With(Some.Facts(Some.Order())).Opens().Says("I topped up the wrong account");

        Assert.All(talk.Said, message => Assert.Equal("en-US", message.Locale));
        Assert.Equal(Asks.Order, talk.Case.Asks);
    }

    [Fact]
    public void Fraud_IsToldToCall110_AndHandedOver()
    {
        var talk = new Script().Opens().Says("有人冒充你们客服让我买卡报给他");

        Assert.Contains("110", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Equal(Stage.WithHuman, talk.Case.Stage);
    }

    [Fact]
    public void SilentShop_LosesNothing()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says(Number).Says("改成正确的").Says("67890");
        talk.ShopIsDown = true;
        talk.Says("确认修改");
        Assert.Empty(talk.Moves);
        Assert.Contains("note.shop_silent", talk.Keys);

        talk.ShopIsDown = false;
        talk.Says("再试一次");
        Assert.Equal(Asks.Confirm, talk.Case.Asks);
        talk.Says("确认修改");
        Assert.Single(talk.Moves);
    }

    [Theory]
    [InlineData("")]
    [InlineData("😀😀😀")]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("\ud800")]
    [InlineData("{order}{0}%s<script>")]
    public void StrangeMessages_GetAKindAnswer(string text)
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says(text).Says("账号充错了").Says(text).Says(Number).Says(text);

        Assert.NotEmpty(talk.Said);
        Assert.Empty(talk.Moves);
    }

    [Fact]
    public void HugeMessage_IsAnsweredAndLosesNothing()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says(new string('错', 100_000));

        Assert.Equal(["note.too_long", "ask.order.pick"], talk.Keys);
    }

    [Fact]
    public void ThirdMiss_OffersButtonsAndAPerson()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了").Says("哎呀呀").Says("哎呀呀").Says("哎呀呀");

        Assert.Contains("note.lost", talk.Keys);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "human");
    }
}
