using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

/// <summary>What a reviewer has approved is carried out (rules R5, D1, D4).</summary>
public sealed class ApprovalTests
{
    private const string Paid = """{"orderNo":"KM1","customerId":"c-1","product":"Q币","denomination":"100元","amount":100,"target":{"account":"12345"},""";

    [Theory]
    [InlineData("\"minutesSincePayment\":60", null)]
    [InlineData("\"capabilities\":{\"cancel\":\"review\"}", null)]
    [InlineData("\"minutesSincePayment\":60,\"capabilities\":{\"cancel\":\"impossible\"}", "not_supported")]
    [InlineData("\"minutesSincePayment\":60,\"hold\":\"frozen\"", "frozen")]
    [InlineData("\"minutesSincePayment\":60,\"delivery\":\"delivered\"", "already_shipped")]
    public async Task Cancel_Approved_IsCarriedOut_UnlessTheGoodsAreGoneOrTheOrderIsFrozen(string state, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + state + "}");
        Assert.NotNull((await host.CancelAsync(order)).Code);

        await ApproveAsync(host);

        Assert.Equal(code, (await host.CancelAsync(order)).Code);
    }

    [Theory]
    [InlineData("delivered", null), InlineData("processing", null), InlineData("partial", null), InlineData("queued", null)]
    [InlineData("abnormal", "not_allowed"), InlineData("unknown", "not_allowed")]
    public async Task Modify_Approved_OfGoodsThatWentOut_DeliversAnew(string delivery, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync($$"""{{Paid}}"minutesSincePayment":60,"delivery":"{{delivery}}"}""");
        Assert.NotNull((await host.ModifyAsync(order, """{"account":"67890"}""")).Code);

        await ApproveAsync(host);

        Assert.Equal(code, (await host.ModifyAsync(order, """{"account":"67890","denomination":"10元"}""")).Code);
        if (code is null)
        {
            var after = await host.ReadAsync(order);
            Assert.Equal(("67890", "10元", "queued", "paid"), (
                (string)after["target"]!["account"]!, (string)after["denomination"]!, (string)after["delivery"]!, (string)after["payment"]!));
        }
    }

    [Fact]
    public async Task Modify_Approved_OfALiveOrder_IsDeliveredOnceMore()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + "\"delivery\":\"delivered\",\"live\":true}");
        await ApproveAsync(host);
        await host.ModifyAsync(order, """{"account":"67890"}""");

        await host.AdvanceClockAsync(3600);

        Assert.Equal("delivered", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Theory]
    [InlineData("""{"denomination":"200元"}""", "price_higher"), InlineData("""{"account":"00000000"}""", "target_invalid")]
    public async Task Modify_Approved_StillHasToMakeSense(string changes, string code)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + "\"delivery\":\"delivered\"}");
        await ApproveAsync(host);
        Assert.Equal(code, (await host.ModifyAsync(order, changes)).Code);
    }

    [Theory]
    [InlineData("refuse"), InlineData("more_evidence")]
    public async Task Command_OfACaseThatWasNotApproved_IsRefused(string decision)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + "\"minutesSincePayment\":60}");
        await ApproveAsync(host);
        await host.Control.PostAsync("cases/CS-1/review", $$"""{"decision":"{{decision}}","reason":"no"}""");
        Assert.Equal("window_over", (await host.CancelAsync(order)).Code);
    }

    [Fact]
    public async Task Approval_OfACase_OpensNobodyElsesOrder()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Paid + "\"minutesSincePayment\":60}");
        var own = await host.OrderAsync("""{"orderNo":"KM2","customerId":"c-1","minutesSincePayment":60}""");
        var others = await host.OrderAsync("""{"orderNo":"KM3","customerId":"c-2","minutesSincePayment":60}""");
        await host.Shop.SendAsync(HttpMethod.Put, "cases/CS-1", """{"number":"CS-1","orderNo":"KM1","stage":"under_review","updatedAt":"2026-11-22T12:00:00Z"}""", null);
        await ApproveAsync(host);

        Assert.Equal("window_over", (await host.CancelAsync(others)).Code);
        Assert.Null((await host.CancelAsync(own)).Code);
    }

    [Fact]
    public async Task Refund_OfAQueuedOrder_StopsItsDelivery()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + "\"delivery\":\"queued\",\"live\":true}");
        await ApproveAsync(host);
        Assert.Null((await host.RefundAsync(order, 10_000)).Code);

        await host.AdvanceClockAsync(3600);

        Assert.Equal("none", (string)(await host.ReadAsync(order))["delivery"]!);
    }

    [Fact]
    public async Task Refund_IsRequested_ThenProcessing_ThenArrived_AsTimeGoesOn()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(Paid + "\"delivery\":\"delivered\"}");
        Assert.Equal("requested", (string)(await host.RefundAsync(order, 10_000)).Json["refund"]!["state"]!);

        List<string> states = [await StateAsync()];
        foreach (var days in new[] { 1, 3 })
        {
            await host.AdvanceClockAsync(TimeSpan.FromDays(days).TotalSeconds);
            states.Add(await StateAsync());
        }

        Assert.Equal(["requested", "processing", "arrived"], states);

        async Task<string> StateAsync() => (string)(await host.Shop.GetAsync($"orders/{order}/refund")).Json["state"]!;
    }

    private static Task<Reply> ApproveAsync(ShopHost host) => host.Control.PostAsync("cases/CS-1/review", """{"decision":"approve","reason":"ok"}""");
}
