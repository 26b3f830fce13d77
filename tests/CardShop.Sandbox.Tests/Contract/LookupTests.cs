using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class LookupTests
{
    private const string Guest = """{"orderNo":"KM1","contact":"Guest@Example.com","queryPassword":"2468","product":"Steam 充值卡","delivery":"delivered"}""";

    [Theory]
    [InlineData("""{"number":"KM1","contact":"guest@example.com"}""", true)]
    [InlineData("""{"number":" km1 ","contact":" GUEST@example.com "}""", true)]
    [InlineData("""{"number":"KM1","queryPassword":"2468"}""", true)]
    [InlineData("""{"number":"KM1","contact":"2468","queryPassword":"2468"}""", true)]
    [InlineData("""{"number":"KM1","queryPassword":"2469"}""", false)]
    [InlineData("""{"number":"KM1","contact":"guest@example.org"}""", false)]
    [InlineData("""{"number":"KM1","customerId":"c-1"}""", false)]
    [InlineData("""{"number":"KM2","contact":"guest@example.com"}""", false)]
    public async Task GuestOrder_IsFound_WithItsOwnProofOnly(string request, bool found)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        Assert.Equal(found ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await host.Shop.PostAsync("orders/lookup", request)).Status);
    }

    [Fact]
    public async Task Order_IsFound_ByEachOfItsNumbers()
    {
        await using var host = await ShopHost.StartAsync();
        var order = (await host.Control.PostAsync("orders", """{"customerId":"c-1"}""")).Json;
        foreach (var number in new[] { "orderNo", "paymentNo", "merchantNo" })
        {
            var found = await host.Shop.PostAsync("orders/lookup", $$"""{"number":"{{order[number]}}","customerId":"c-1"}""");
            Assert.Equal((string)order["orderNo"]!, (string)found.Json["orderNo"]!);
        }
    }

    [Fact]
    public async Task UnknownNumber_AndWrongProof_AreTheSame404()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        var unknown = await host.Shop.PostAsync("orders/lookup", """{"number":"KM9","contact":"x"}""");
        var wrong = await host.Shop.PostAsync("orders/lookup", """{"number":"KM1","contact":"x"}""");
        var anothers = await host.Shop.PostAsync("orders/lookup", """{"number":"KM1","customerId":"c-2"}""");
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Equal((unknown.Status, unknown.Body), (wrong.Status, wrong.Body));
        Assert.Equal((unknown.Status, unknown.Body), (anothers.Status, anothers.Body));
    }

    [Fact]
    public async Task SixthFailureForANumber_IsThrottled_WithTheRightProofToo_UntilTenMinutesOfWallClockHavePassed()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.PostAsync("orders/lookup", $$"""{"number":"KM1","queryPassword":"{{attempt}}"}""")).Status);
        }

        await host.AdvanceClockAsync(3600);
        host.WallClock.Advance(TimeSpan.FromMinutes(4));
        var throttled = await host.Shop.PostAsync("orders/lookup", """{"number":"KM1","queryPassword":"2468"}""");
        Assert.Equal((HttpStatusCode.TooManyRequests, "throttled"), (throttled.Status, throttled.Code));
        Assert.Equal(TimeSpan.FromMinutes(6), throttled.Message.Headers.RetryAfter!.Delta);

        host.WallClock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.OK, (await host.Shop.PostAsync("orders/lookup", """{"number":"KM1","queryPassword":"2468"}""")).Status);
    }

    [Fact]
    public async Task SixthFailureOfAnAsker_IsThrottled_WhateverTheNumber()
    {
        await using var host = await ShopHost.StartAsync();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await host.Shop.PostAsync("orders/lookup", $$"""{"number":"X{{attempt}}","customerId":"c-1"}""");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Shop.PostAsync("orders/lookup", """{"number":"X9","customerId":"c-1"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.PostAsync("orders/lookup", """{"number":"X9","customerId":"c-2"}""")).Status);
    }

    [Fact]
    public async Task ManyGuessesAtOnce_GetNoMoreAttemptsThanOneAfterAnother()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(guess => host.Shop.PostAsync("orders/lookup", $$"""{"number":"KM1","queryPassword":"{{guess}}"}""")));
        Assert.Equal(5, answers.Count(answer => answer.Status is HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Successes_AreNotCounted()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        for (var attempt = 0; attempt < 12; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Shop.PostAsync("orders/lookup", """{"number":"KM1","queryPassword":"2468"}""")).Status);
        }
    }

    [Fact]
    public async Task GuessingInAll_IsThrottled_EvenWithNewNumbersAndNoAsker()
    {
        await using var host = await ShopHost.StartAsync();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await host.Shop.PostAsync("orders/lookup", $$"""{"number":"X{{attempt}}","queryPassword":"1"}""");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await host.Shop.PostAsync("orders/lookup", """{"number":"X101","queryPassword":"1"}""")).Status);
    }

    [Theory]
    [InlineData("""{"number":"KM1"}""")]
    [InlineData("""{"number":"","customerId":"c-1"}""")]
    [InlineData("""{"customerId":"c-1"}""")]
    [InlineData("""{"number":null,"customerId":"c-1"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""{"number":""")]
    public async Task Lookup_ThatMakesNoSense_IsRefusedInOneLine(string request)
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Shop.PostAsync("orders/lookup", request);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (reply.Status, reply.Code));
        Assert.DoesNotContain('\n', (string)reply.Json["title"]!);
        Assert.DoesNotContain("CardShop", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CustomersOrders_AreListed_NewestFirst_AndNobodyElses()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"customerId":"c-1","orderNo":"OLD","minutesSincePayment":30}""");
        await host.OrderAsync("""{"customerId":"c-2","orderNo":"OTHER"}""");
        await host.OrderAsync("""{"customerId":"c-1","orderNo":"NEW","minutesSincePayment":2}""");
        var orders = (await host.Shop.GetAsync("customers/c-1/orders")).Json["orders"]!.AsArray();
        Assert.Equal(["NEW", "OLD"], orders.Select(order => (string)order!["orderNo"]!));
        Assert.Empty((await host.Shop.GetAsync("customers/nobody/orders")).Json["orders"]!.AsArray());
    }
}
