using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests;

/// <summary>The whole way under faults, through the real host.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private HostProcess _host = null!;
    private Shop _shop = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await HostProcess.StartNewAsync();
        _shop = new Shop(_host);
    }

    public async ValueTask DisposeAsync()
    {
        _shop.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Cancel_WhoseAnswerIsLostAfterTheEffect_IsDoneOnceAndKnown()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await _shop.FaultAsync(new { route = "cancel", status = 0, times = 1, afterEffect = true });
            await talk.SayAsync("确认撤单");

            var view = await talk.UntilAsync(view => (string?)view["outcome"] is not null);
            Assert.Equal("cancelled", (string?)view["outcome"]);
            Assert.Equal(["cancel"], await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task Cancel_OfAShopThatFailsForAWhile_IsDoneOnceInTheEnd()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await _shop.FaultAsync(new { route = "cancel", status = 503, times = 2 });
            await talk.SayAsync("确认撤单");

            await talk.UntilAsync(view => (string?)view["outcome"] == "cancelled");
            Assert.Equal(["cancel"], await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task Cancel_AnsweredWithNonsense_IsNeverTakenForDone()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await _shop.FaultAsync(new { route = "cancel", status = 200, body = "<html>ok</html>", times = 1 });
            await talk.SayAsync("确认撤单");

            await talk.UntilAsync(view => (string?)view["outcome"] == "cancelled");
            Assert.Equal(["cancel"], await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task Yes_SaidTwiceAtOnce_CancelsOnce()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await Task.WhenAll(talk.SayAsync("确认撤单"), talk.SayAsync("确认撤单"), talk.SayAsync("是的"));

            await talk.UntilAsync(view => (string?)view["outcome"] == "cancelled");
            Assert.Equal(["cancel"], await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task Order_ThatShipsBetweenQuestionAndYes_GoesToReview()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await _shop.AdvanceAsync(number, new { delivery = "processing" });
            await talk.SayAsync("确认撤单");

            await talk.UntilAsync(view => (string?)view["path"] == "manual_review");
            Assert.Empty(await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task Window_ThatEndsBetweenTwoTurns_IsSaidUnasked()
    {
        var (talk, number) = await ToTheReadBackAsync();
        using (talk)
        {
            await _shop.ClockAsync(15 * 60);

            Assert.Equal("manual_review", (string?)(await talk.CaseAsync())!["path"]);
            Assert.Empty(await _shop.MovesAsync(number));
        }
    }

    [Fact]
    public async Task SilentLookup_IsSaid_AndLosesNothing()
    {
        var order = await _shop.OrderAsync(new { customerId = "c-1", payment = "paid", delivery = "queued", minutesSincePayment = 1 });
        using var talk = await Talk.OpenAsync(_host, "c-1");
        await talk.SayUntilAskedAsync("面额选错了", "order");
        await _shop.FaultAsync(new { route = "lookup", status = 500, times = 8 });
        await talk.SayUntilAskedAsync((string)order["orderNo"]!, "choice");

        // The shop comes back after a while; the customer has lost nothing and need not say the number again.
        for (var tries = 0; tries < 10 && (string?)(await talk.CaseAsync())!["asks"] == "choice"; tries++)
        {
            await talk.SayAsync("再试一次");
        }

        await talk.UntilAsync(view => (string?)view["asks"] == "remedy");
    }

    [Fact]
    public async Task SecondProcess_OnTheSameData_StopsWithOneLine()
    {
        var (exitCode, error) = await _host.StartSecondAsync();

        Assert.Equal(2, exitCode);
        Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<(Talk Talk, string Number)> ToTheReadBackAsync()
    {
        var order = await _shop.OrderAsync(new { customerId = "c-1", payment = "paid", delivery = "queued", minutesSincePayment = 1, target = new { account = "12345678" } });
        var number = (string)order["orderNo"]!;
        var talk = await Talk.OpenAsync(_host, "c-1");
        await talk.SayUntilAskedAsync("面额选错了", "order");
        await talk.SayUntilAskedAsync(number, "remedy");
        await talk.SayUntilAskedAsync("撤单退款", "confirm");
        return (talk, number);
    }
}
