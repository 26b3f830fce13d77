using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Whose odds are told, the trade's or the shop's own, and from how many cases, is always said (rules P1, R4, P3, D9).</summary>
public sealed class OddsTests
{
    private const string Number = "KM2026112200001";

    [Fact]
    public void WithTooFewCases_TheTradesOddsAreTold_AndThatTheyAre()
    {
        var said = Window(new RecoveredAnswer(29, 29, null));

        Assert.Contains("90% 以上（行业经验", said, StringComparison.Ordinal);
    }

    [Fact]
    public void WithEnoughCases_TheShopsOwnAreTold_WithTheirNumber()
    {
        var said = Window(new RecoveredAnswer(40, 37, null));

        Assert.Contains("本店近 90 天同样的情况有 40 单，办成了 37 单", said, StringComparison.Ordinal);
        Assert.DoesNotContain("90%", said, StringComparison.Ordinal);
    }

    [Fact]
    public void WithEnoughOfTheProduct_TheProductIsNamed() => Assert.Contains("「Q币」", Window(new RecoveredAnswer(40, 37, "Q币")), StringComparison.Ordinal);

    [Fact]
    public void OwnAccountWithABinding_HasItsOddsInTheReview()
    {
        var order = Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Self, IdentityBound = true };
        var talk = new Script { Recovered = new RecoveredAnswer(50, 31, null) }.With(Some.Facts(order)).Opens().Says($"{Number} 账号充错了");

        Assert.Contains("有 50 单，办成了 31 单", talk.Said.Single(said => said.Key == "recorded.review_own").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void StrangersAccount_HasNoFigure_UntilTheShopHasItsOwn()
    {
        Assert.DoesNotContain("odds.hard", Stranger(new RecoveredAnswer(3, 1, null)).Keys);
        Assert.Contains("有 60 单，办成了 9 单", Stranger(new RecoveredAnswer(60, 9, null)).Said.Single(said => said.Key == "odds.hard").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstOdds_StayWithTheCase_WhateverComesLater()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says($"{Number} 账号充错了，改成67890").Says("确认");
        talk.ShopAnswers(new CommandRefused("already_shipped", Some.Order() with { Version = 2, Delivery = DeliveryState.Processing }));

        Assert.Equal((Odds.AboveNinety, Odds.NoFigure), (talk.State.Case!.FirstOdds, talk.State.Case.Decision!.Odds));
    }

    private static string Window(RecoveredAnswer answer) =>
        new Script { Recovered = answer }.With(Some.Facts(Some.Order())).Opens().Says($"{Number} 账号充错了").Said.Single(said => said.Key == "order.window_odds").Text;

    private static Script Stranger(RecoveredAnswer answer)
    {
        var order = Some.Order() with { Delivery = DeliveryState.Delivered, TargetOwner = TargetOwner.Stranger };
        return new Script { Recovered = answer }.With(Some.Facts(order)).Opens().Says($"{Number} 账号充错了");
    }
}
