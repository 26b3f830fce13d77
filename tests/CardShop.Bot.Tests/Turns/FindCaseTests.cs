using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Turns;

/// <summary>A case is told of from any conversation, to the customer whose it is and to nobody else (rule R5).</summary>
public sealed class SqliteFindCaseTests() : FindCaseTests(StoreKind.Sqlite);

/// <inheritdoc cref="SqliteFindCaseTests" />
public sealed class PostgreSqlFindCaseTests() : FindCaseTests(StoreKind.PostgreSql);

/// <inheritdoc cref="SqliteFindCaseTests" />
public abstract class FindCaseTests(StoreKind store) : StoreTest(store)
{
    /// <summary>G2: an order that is seen to in one conversation is known in another, to whoever has proved a right to it; where the case is, nothing is said twice.</summary>
    [Theory]
    [InlineData(Stage.UnderReview, null, true)]
    [InlineData(Stage.WithHuman, null, true)]
    [InlineData(Stage.Evidence, null, false)]
    [InlineData(Stage.Closed, Outcome.Refunded, false)]
    public async Task OrderInOtherHands_IsKnownElsewhere(Stage stage, Outcome? outcome, bool isKnown)
    {
        await using var bot = await HarnessAsync();
        await TellAsync(bot, View("CS-261122-7K3QF", stage) with { Outcome = outcome });

        var elsewhere = await bot.Get<IOwnBooks>().AskAsync(new FindCaseOfOrder("O-1"), "test:9", CancellationToken.None);
        Assert.Equal(isKnown, elsewhere is CaseAnswer { View.Number: "CS-261122-7K3QF" });
        Assert.IsType<NotFoundAnswer>(await bot.Get<IOwnBooks>().AskAsync(new FindCaseOfOrder("O-1"), TurnHarness.ConversationId, CancellationToken.None));
        Assert.IsType<NotFoundAnswer>(await bot.Get<IOwnBooks>().AskAsync(new FindCaseOfOrder("O-2"), "test:9", CancellationToken.None));
    }

    [Theory]
    [InlineData("CS-261122-7K3QF"), InlineData(" cs-261122-7k3qf ")]
    public async Task OwnCase_IsToldAsItsLastMessageDid_WhateverElseWasSaidSince(string number)
    {
        await using var bot = await HarnessAsync();
        await TellAsync(bot, View("CS-261122-7K3QF", Stage.Evidence), View("CS-261122-7K3QF", Stage.UnderReview), View("CS-261122-AAAAA", Stage.Triage));
        Assert.Equal((Stage.UnderReview, "review"), await AskAsync(bot, number, "c-1"));
    }

    [Theory]
    [InlineData("CS-261122-7K3QF", "c-2"), InlineData("CS-261122-QQQQQ", "c-1"), InlineData("", "c-1")]
    public async Task CaseOfSomebodyElse_AndNoCase_AreAnsweredAlike(string number, string asker)
    {
        await using var bot = await HarnessAsync();
        await TellAsync(bot, View("CS-261122-7K3QF", Stage.UnderReview));
        Assert.IsType<NotFoundAnswer>(await bot.Get<IOwnBooks>().AskAsync(new FindCase(number, asker), "test:9", CancellationToken.None));
    }

    [Fact]
    public async Task CaseOfAGuest_IsNobodys()
    {
        await using var bot = await HarnessAsync(customerId: null);
        await TellAsync(bot, View("CS-261122-7K3QF", Stage.UnderReview));
        Assert.IsType<NotFoundAnswer>(await bot.Get<IOwnBooks>().AskAsync(new FindCase("CS-261122-7K3QF", "c-1"), "test:9", CancellationToken.None));
    }

    [Fact]
    public async Task CaseWhoseTranscriptIsGone_IsToldFromItsRow()
    {
        await using var bot = await HarnessAsync();
        await TellAsync(bot, View("CS-261122-7K3QF", Stage.UnderReview));
        await bot.QueryAsync(context => context.Transcript.ExecuteDeleteAsync());
        Assert.Equal((Stage.UnderReview, null), await AskAsync(bot, "CS-261122-7K3QF", "c-1"));
    }

    [Fact]
    public async Task OwnCases_AreListedForTheirCustomerOnly_OpenOnesFirst()
    {
        await using var bot = await HarnessAsync();
        await TellAsync(bot, View("CS-261122-7K3QF", Stage.UnderReview));
        var mine = Assert.IsType<CasesAnswer>(await bot.Get<IOwnBooks>().AskAsync(new ListCases("c-1", 3), "test:9", CancellationToken.None));
        var others = Assert.IsType<CasesAnswer>(await bot.Get<IOwnBooks>().AskAsync(new ListCases("c-2", 3), "test:9", CancellationToken.None));

        Assert.Equal("CS-261122-7K3QF", Assert.Single(mine.Views).Number);
        Assert.Empty(others.Views);
    }

    private static async Task<(Stage Stage, string? DeadlineKind)> AskAsync(TurnHarness bot, string number, string asker)
    {
        var answer = Assert.IsType<CaseAnswer>(await bot.Get<IOwnBooks>().AskAsync(new FindCase(number, asker), "test:9", CancellationToken.None));
        return (answer.View.Stage, answer.View.DeadlineKind);
    }

    private static Task<TurnOutcome> TellAsync(TurnHarness bot, params CaseView[] views)
    {
        bot.Engine.Script = _ => ScriptedEngine.Says("") with { Messages = [.. views.Select(view => ScriptedEngine.Message("words") with { Case = view })] };
        return bot.SayAsync("hi", "a-1");
    }

    private static CaseView View(string number, Stage stage) => new()
    {
        Number = number,
        Stage = stage,
        State = stage.ToString(),
        DeadlineKind = "review",
        Orders = [new CaseOrderView("O-1", null, null)],
        Rules = [],
    };
}
