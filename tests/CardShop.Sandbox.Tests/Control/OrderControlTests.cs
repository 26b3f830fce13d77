using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Control;

public sealed class OrderControlTests
{
    [Fact]
    public async Task BareOrder_IsPaidAMinuteAgo_AndQueued()
    {
        await using var host = await ShopHost.StartAsync();
        var order = (await host.Control.PostAsync("orders", "{}")).Json;
        Assert.Equal(("paid", "paid", "queued", "none"), (Word("payment"), Word("channelRecord"), Word("delivery"), Word("hold")));
        Assert.Equal(("Q币", "topup", "auto", 980, 1), (Word("product"), Word("goods"), Word("fulfilment"), (int)order["amountFen"]!, (int)order["version"]!));
        Assert.Equal(host.WallClock.GetUtcNow().AddMinutes(-1), (DateTimeOffset)order["paidAt"]!);
        Assert.Matches("^KM20261122[0-9]{8}$", Word("orderNo"));
        Assert.False((bool)order["live"]!);
        Assert.Equal("allowed", (string)order["capabilities"]!["cancel"]!["verdict"]!);

        string Word(string field) => (string)order[field]!;
    }

    [Fact]
    public async Task EveryField_IsTakenAsGiven()
    {
        await using var host = await ShopHost.StartAsync();
        var order = (await host.Control.PostAsync("orders", """
            {"customerId":"c-9","product":"某卡","denomination":"88元","quantity":3,"amount":12.34,"target":{"account":"a-1","phone":"13500001111","region":"一区"},
             "payment":"part_refunded","channelRecord":"unknown","delivery":"partial","hold":"frozen","minutesSincePayment":7.5,"targetOwner":"stranger","identityBound":true,
             "goods":"card_code","codeRevealed":true,"fulfilment":"upstream","capabilities":{"cancel":"impossible"},"orderNo":"km-7","duplicateOf":"KM6"}
            """)).Json;
        var read = (await host.Control.GetAsync("orders/KM-7")).Json;

        Assert.Equal(order.ToJsonString(), read.ToJsonString());
        Assert.Equal(("c-9", "某卡", "88元", 3, 1234), (Word("customerId"), Word("product"), Word("denomination"), (int)order["quantity"]!, (int)order["amountFen"]!));
        Assert.Equal(("a-1", "13500001111", "一区"), ((string)order["target"]!["account"]!, (string)order["target"]!["phone"]!, (string)order["target"]!["region"]!));
        Assert.Equal(("part_refunded", "unknown", "partial", "frozen"), (Word("payment"), Word("channelRecord"), Word("delivery"), Word("hold")));
        Assert.Equal(("stranger", "card_code", "upstream", "KM-7", "KM6"), (Word("targetOwner"), Word("goods"), Word("fulfilment"), Word("orderNo"), Word("duplicateOf")));
        Assert.True((bool)order["identityBound"]! && (bool)order["codeRevealed"]!);
        Assert.Equal("impossible", (string)order["capabilities"]!["cancel"]!["verdict"]!);
        Assert.Equal(host.WallClock.GetUtcNow().AddMinutes(-7.5), (DateTimeOffset)order["paidAt"]!);

        string Word(string field) => (string)order[field]!;
    }

    [Theory]
    [InlineData("unpaid", "none", "none", false)]
    [InlineData("confirming", "unknown", "none", false)]
    [InlineData("paid", "paid", "queued", true)]
    [InlineData("closed", "none", "none", false)]
    [InlineData("part_refunded", "paid", "queued", true)]
    [InlineData("refunded", "paid", "none", true)]
    [InlineData("unknown", "unknown", "none", false)]
    public async Task Payment_BringsTheRest(string payment, string record, string delivery, bool hasPaidAt)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.ReadAsync(await host.OrderAsync($$"""{"payment":"{{payment}}"}"""));
        Assert.Equal((record, delivery, hasPaidAt), ((string)order["channelRecord"]!, (string)order["delivery"]!, order["paidAt"] is not null));
    }

    [Theory]
    [InlineData("""{"payment":"payed"}""")]
    [InlineData("""{"payment":3}""")]
    [InlineData("""{"payment":"3"}""")]
    [InlineData("""{"delivery":""}""")]
    [InlineData("""{"amount":-1}""")]
    [InlineData("""{"amount":1.234}""")]
    [InlineData("""{"amount":79228162514264337593543950335}""")]
    [InlineData("""{"amount":1e40}""")]
    [InlineData("""{"quantity":0}""")]
    [InlineData("""{"quantity":-1}""")]
    [InlineData("""{"quantity":99999999999}""")]
    [InlineData("""{"minutesSincePayment":-1}""")]
    [InlineData("""{"minutesSincePayment":1e300}""")]
    [InlineData("""{"capabilities":{"cancel":"maybe"}}""")]
    [InlineData("""{"product":""}""")]
    [InlineData("""{"target":"12345"}""")]
    [InlineData("""{"orderNo":"  "}""")]
    [InlineData("""{"orderNo":"a\u0000b"}""")]
    [InlineData("{\"customerId\":")]
    [InlineData("""not json""")]
    [InlineData("")]
    [InlineData("""null""")]
    [InlineData("""[]""")]
    [InlineData("""{"live":true}}""")]
    public async Task OrderThatMakesNoSense_IsRefused_InOneLineThatShowsNothingInside(string body)
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Control.PostAsync("orders", body);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (reply.Status, reply.Code));
        Assert.Equal("application/problem+json", reply.Message.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain('\n', (string)reply.Json["title"]!);
        Assert.DoesNotContain("System.", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("CardShop", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongContentType_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Control.SendAsync(HttpMethod.Post, "orders", "{}", "text/plain");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task OversizedBody_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Control.PostAsync("orders", $$"""{"product":"{{new string('x', 100_000)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "too_large"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task NumberThatIsTaken_IsAConflict()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1"}""");
        Assert.Equal(HttpStatusCode.Conflict, (await host.Control.PostAsync("orders", """{"orderNo":"km1"}""")).Status);
    }

    [Theory]
    [InlineData("""{"payment":"unpaid"}""", """{"payment":"paid"}""", "paid", "queued")]
    [InlineData("""{"payment":"confirming"}""", """{"payment":"paid","delivery":"delivered"}""", "paid", "delivered")]
    [InlineData("""{}""", """{"delivery":"processing"}""", "paid", "processing")]
    [InlineData("""{}""", """{"payment":"refunded"}""", "refunded", "queued")]
    public async Task Advance_MovesTheOrderOn_ByOneVersion(string spec, string advance, string payment, string delivery)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(spec);
        var after = (await host.Control.PostAsync($"orders/{order}/advance", advance)).Json;
        Assert.Equal((payment, delivery, 2), ((string)after["payment"]!, (string)after["delivery"]!, (int)after["version"]!));
        Assert.NotNull(after["paidAt"]);
    }

    [Theory]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"delivery":"lost"}""", HttpStatusCode.BadRequest)]
    public async Task Advance_ThatMakesNoSense_IsRefused(string advance, HttpStatusCode status)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(status, (await host.Control.PostAsync($"orders/{await host.OrderAsync()}/advance", advance)).Status);
    }

    [Fact]
    public async Task UnknownOrder_IsNotFound()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Control.GetAsync("orders/KM404")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Control.PostAsync("orders/KM404/advance", """{"delivery":"delivered"}""")).Status);
    }

    [Fact]
    public async Task Ledger_HasEveryCommand_InOrder()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        await host.HoldAsync(order);
        await host.CancelAsync(order, version: 9);
        await host.CancelAsync(order, key: "k");
        await host.CancelAsync(order, key: "k");
        await host.ReleaseAsync(order);
        var lines = (await host.Control.GetAsync("commands")).Json.AsArray();

        Assert.Equal(
            [("hold", true, "done"), ("cancel", false, "version_moved"), ("cancel", true, "done"), ("cancel", false, "repeated"), ("release", true, "done")],
            await host.LedgerAsync());
        Assert.Equal(["orderNo", "action", "idempotencyKey", "expectedVersion", "done", "result"], lines[0]!.AsObject().Select(field => field.Key));
        Assert.Null(lines[0]!["expectedVersion"]);
        Assert.Equal(9, (int)lines[1]!["expectedVersion"]!);
    }
}
