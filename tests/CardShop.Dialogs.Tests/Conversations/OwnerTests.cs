using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Whose account it was: the shop's record first, the customer second (rule T4). What the customer says is put to the shop, and decides nothing (D10).</summary>
public sealed class OwnerTests
{
    private const string Number = "KM2026112200001";

    /// <summary>T4, D10: where the record does not know whose account it was, the customer is asked; a stranger's is noted, and the case goes by review.</summary>
    [Theory]
    [InlineData("是别人的", TargetOwner.Stranger), InlineData("是我自己的", TargetOwner.Self), InlineData("没有那个账号", TargetOwner.Invalid)]
    public void RecordThatDoesNotKnow_HasTheCustomerAskedBesideTheEvidence_AndTheCaseGoesByReview(string button, TargetOwner owner)
    {
        var talk = Delivered(TargetOwner.Unknown).Says($"{Number} 账号充错了，退款");
        Assert.Contains("ask.owner", talk.Keys);
        Assert.Equal((Asks.Evidence, Stage.Evidence, CasePath.ManualReview), (talk.Case.Asks, talk.Case.Stage, talk.Case.Path));

        talk.Says(button);
        Assert.Equal(owner, talk.State.Case!.OwnerSaid);
        Assert.Equal((Stage.Evidence, CasePath.ManualReview), (talk.Case.Stage, talk.Case.Path));
        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id.StartsWith("owner_", StringComparison.Ordinal));
        Assert.Empty(talk.Sent.OfType<MessageRecipient>());
    }

    [Fact]
    public void WhoDoesNotAnswer_IsNotHeldUp()
    {
        var talk = Delivered(TargetOwner.Unknown).Says($"{Number} 账号充错了，退款").Says("就这些了").Says("确认提交");

        Assert.Equal(Stage.UnderReview, talk.Case.Stage);
    }

    [Fact]
    public void WhatWasToldAlready_IsNotAskedAgain() => Assert.DoesNotContain("ask.owner", Delivered(TargetOwner.Unknown).Says($"{Number} 充到别人号上了，退款").Keys);

    [Theory]
    [InlineData(TargetOwner.Self), InlineData(TargetOwner.Invalid), InlineData(TargetOwner.Stranger)]
    public void RecordThatKnows_HasNobodyAsked(TargetOwner owner) => Assert.DoesNotContain("ask.owner", Delivered(owner).Says($"{Number} 账号充错了，退款").Keys);

    /// <summary>D10: a stranger's by the customer's word, their own by the record. The record decides.</summary>
    [Fact]
    public void RecordThatSaysOwn_OutweighsTheCustomersWord() => Assert.Equal(CasePath.ManualReview, Delivered(TargetOwner.Self).Says($"{Number} 充到别人号上了").Case.Path);

    [Fact]
    public void WhatTheCustomerSaid_StandsInTheApplication()
    {
        var talk = Delivered(TargetOwner.Unknown).Says($"{Number} 账号充错了").Says("是别人的").Says("就这些了").Says("撤单退款");

        Assert.Contains("请店铺核实）：是别人的", talk.Said.Single(said => said.Key.StartsWith("ask.application", StringComparison.Ordinal)).Text, StringComparison.Ordinal);
    }

    /// <summary>H2: the third value for one field asks for calm and a look.</summary>
    [Fact]
    public void ValueThatChangesTwice_AsksForCalm()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says($"{Number} 账号充错了，改成67890");
        Assert.DoesNotContain("note.calm", talk.Says("不对，账号是67891").Keys);
        talk.Says("不对，账号是67899");

        Assert.Contains("note.calm", talk.Keys);
        Assert.Equal("ask.confirm.modify", talk.Said[^1].Key);
        Assert.Equal("67899", talk.State.Case!.Wanted.Account);
    }

    private static Script Delivered(TargetOwner owner) =>
        new Script().With(Some.Facts(Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = owner })).Opens();
}
