using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Control;

public sealed class FaultTests
{
    [Fact]
    public async Task FaultBeforeTheEffect_LeavesNoTrace_AndIsOver_AfterItsTimes()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync("faults", """{"route":"cancel","status":503,"times":2}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.CancelAsync(order, key: "k")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.CancelAsync(order, key: "k")).Status);
        Assert.Equal("paid", (string)(await host.ReadAsync(order))["payment"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("commands/k")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.CancelAsync(order, key: "k")).Status);
        Assert.Equal([("cancel", true, "done")], await host.LedgerAsync());
    }

    [Fact]
    public async Task FaultAfterTheEffect_HidesWhatWasDone_AndTheKeyTellsIt()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync("faults", """{"route":"cancel","status":500,"afterEffect":true}""");

        Assert.Equal(HttpStatusCode.InternalServerError, (await host.CancelAsync(order, key: "k")).Status);
        Assert.Equal(200, (int)(await host.Shop.GetAsync("commands/k")).Json["status"]!);
        Assert.Equal(HttpStatusCode.OK, (await host.CancelAsync(order, key: "k")).Status);
        Assert.Equal([("cancel", true, "done"), ("cancel", false, "repeated")], await host.LedgerAsync());
    }

    [Theory]
    [InlineData(true, "refunded")]
    [InlineData(false, "paid")]
    public async Task StatusZero_DropsTheConnection_AfterOrBeforeTheEffect(bool afterEffect, string payment)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync("faults", $$"""{"route":"cancel","status":0,"afterEffect":{{(afterEffect ? "true" : "false")}}}""");
        await Assert.ThrowsAsync<HttpRequestException>(() => host.CancelAsync(order));
        Assert.Equal(payment, (string)(await host.ReadAsync(order))["payment"]!);
    }

    [Theory]
    [InlineData("\"<html>oops\"", "<html>oops")]
    [InlineData("{\"orderNo\": 7}", "{\"orderNo\": 7}")]
    [InlineData("\"\"", "")]
    public async Task Body_ReplacesTheAnswer(string body, string answered)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync("faults", $$"""{"route":"lookup","body":{{body}}}""");
        var reply = await host.Shop.GetAsync($"orders/{order}");
        Assert.Equal((HttpStatusCode.OK, answered), (reply.Status, reply.Body));
    }

    [Fact]
    public async Task Delay_KeepsTheAnswerBack_AndTheCommandIsCarriedOutAllTheSame()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.Control.PostAsync("faults", """{"route":"cancel","delayMs":60000}""");
        var slow = host.CancelAsync(order);
        await host.WallClock.TimerAsync();
        Assert.False(slow.IsCompleted);
        Assert.Equal("paid", (string)(await host.ReadAsync(order))["payment"]!);

        host.WallClock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await slow).Status);
    }

    [Theory]
    [InlineData("lookup"), InlineData("hold"), InlineData("cancel"), InlineData("modify"), InlineData("refund"), InlineData("target"), InlineData("case"), InlineData("message")]
    public async Task EachRoute_FailsAlone(string failing)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"customerId":"c-1"}""");
        foreach (var (route, calls) in Calls(host, order))
        {
            foreach (var call in calls)
            {
                await host.Control.PostAsync("faults", $$"""{"route":"{{failing}}","status":418}""");
                Assert.Equal(route == failing, (int)(await call()).Status == 418);
                await host.Control.PostAsync("reset");
                await host.OrderAsync($$"""{"customerId":"c-1","orderNo":"{{order}}"}""");
            }
        }
    }

    [Theory]
    [InlineData("""{"route":"everything"}""")]
    [InlineData("""{"status":500}""")]
    [InlineData("""{"route":"cancel","status":99}""")]
    [InlineData("""{"route":"cancel","status":600}""")]
    [InlineData("""{"route":"cancel","delayMs":-1}""")]
    [InlineData("""{"route":"cancel","times":0}""")]
    public async Task FaultThatMakesNoSense_IsRefused(string fault)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Control.PostAsync("faults", fault)).Status);
    }

    private static IEnumerable<(string Route, Func<Task<Reply>>[] Calls)> Calls(ShopHost host, string order) =>
    [
        ("lookup",
        [
            () => host.Shop.GetAsync($"orders/{order}"),
            () => host.Shop.GetAsync($"orders/{order}/capabilities"),
            () => host.Shop.GetAsync("customers/c-1/orders"),
            () => host.Shop.PostAsync("orders/lookup", $$"""{"number":"{{order}}","customerId":"c-1"}"""),
        ]),
        ("hold", [() => host.HoldAsync(order)]),
        ("cancel", [() => host.CancelAsync(order)]),
        ("modify", [() => host.ModifyAsync(order, """{"account":"67890"}""")]),
        ("refund", [() => host.RefundAsync(order, 1)]),
        ("target", [() => host.Shop.PostAsync("targets/check", """{"product":"Q币","target":{"account":"1234"}}""")]),
        ("case", [() => host.Shop.GetAsync("cases/CS-1")]),
        ("message", [() => host.Shop.PostAsync("customers/c-1/notices", """{"caseNumber":"CS-1","text":"x","locale":"en"}""")]),
        ("none", [() => host.ReleaseAsync(order), () => host.Shop.GetAsync($"orders/{order}/refund"), () => host.Shop.GetAsync("commands/k"), () => host.Shop.GetAsync("products")]),
    ];
}
