using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Site;

public sealed class SiteOrderTests
{
    private const string Tokens = """{"product":"王者荣耀点券","denomination":"100元","quantity":1,"target":{"account":"wz_linxiao","region":"微信一区"},"submittedKey":"s1"}""";

    [Fact]
    public async Task Order_IsPlacedUnpaid_PaidOnce_AndLivesOn()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        var placed = await page.PostAsync("orders", Tokens);
        var no = (string)placed.Json["orderNo"]!;
        Assert.Equal((HttpStatusCode.Created, "unpaid", 9800), (placed.Status, (string)placed.Json["status"]!, (int)placed.Json["amountFen"]!));
        Assert.Equal(("self", "c-1"), ((string)placed.Json["targetOwner"]!, (string)placed.Json["customerId"]!));

        var paid = (await page.PostAsync($"orders/{no}/pay", "{}")).Json;
        var now = host.WallClock.GetUtcNow();
        Assert.Equal(("queued", now.AddMinutes(15), now.AddMinutes(7)), ((string)paid["status"]!, (DateTimeOffset)paid["windowEndsAt"]!, (DateTimeOffset)paid["shipsAt"]!));
        await host.AdvanceClockAsync(60);
        var again = (await page.PostAsync($"orders/{no}/pay")).Json;
        Assert.Equal((string)paid["paidAt"]!, (string)again["paidAt"]!);

        await host.AdvanceClockAsync(3600);
        Assert.Equal("delivered", (string)(await page.GetAsync($"orders/{no}")).Json["status"]!);
    }

    [Fact]
    public async Task SameClick_IsTheSameOrder_AndASecondClickIsNotedAsItsDuplicate()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        var first = (await page.PostAsync("orders", Tokens)).Json;
        var again = (await page.PostAsync("orders", Tokens)).Json;
        var second = (await page.PostAsync("orders", Tokens.Replace("s1", "s2", StringComparison.Ordinal))).Json;

        Assert.Equal((string)first["orderNo"]!, (string)again["orderNo"]!);
        Assert.Null(again["duplicateOf"]);
        Assert.NotEqual((string)first["orderNo"]!, (string)second["orderNo"]!);
        Assert.Equal((string)first["orderNo"]!, (string)second["duplicateOf"]!);
        Assert.Equal(2, (await page.GetAsync("orders")).Json["orders"]!.AsArray().Count);
    }

    [Fact]
    public async Task SameClick_ManyTimesAtOnce_IsOneOrder()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        var placed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => page.PostAsync("orders", Tokens)));
        Assert.Single(placed.Select(reply => (string)reply.Json["orderNo"]!).Distinct());
    }

    [Theory]
    [InlineData("GET", ""), InlineData("POST", "/pay"), InlineData("POST", "/reveal")]
    public async Task AnothersOrder_IsNotThere_JustLikeNone(string method, string action)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-2","payment":"unpaid"}""");
        foreach (var customer in new[] { "c-1", null })
        {
            using var page = await host.SignedInAsync(customer);
            var anothers = await page.SendAsync(new HttpMethod(method), $"orders/KM1{action}", null);
            var none = await page.SendAsync(new HttpMethod(method), $"orders/KM404{action}", null);
            Assert.Equal(HttpStatusCode.NotFound, anothers.Status);
            Assert.Equal((none.Status, none.Body), (anothers.Status, anothers.Body));
        }
    }

    [Fact]
    public async Task Guest_HasNoList()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        Assert.Equal(HttpStatusCode.Unauthorized, (await page.GetAsync("orders")).Status);
    }

    [Fact]
    public async Task Guest_OrdersPaysAndReads_WithContactOrQueryPassword()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var placed = await page.PostAsync(
            "orders", """{"product":"Q币","denomination":"10元","quantity":2,"target":{"account":"5551234"},"contact":"me@example.com","queryPassword":"2468","submittedKey":"g1"}""");
        var no = (string)placed.Json["orderNo"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync($"orders/{no}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync($"orders/{no}?contact=you@example.com")).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync($"orders/{no}?contact=me@example.com")).Status);
        Assert.Equal("queued", (string)(await page.PostAsync($"orders/{no}/pay?queryPassword=2468")).Json["status"]!);
    }

    [Fact]
    public async Task GuestsKey_OpensNobodyElsesOrder()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        await page.PostAsync("orders", """{"product":"Q币","denomination":"10元","quantity":1,"target":{"account":"5551234"},"contact":"me@example.com","submittedKey":"g1"}""");
        var other = await page.PostAsync("orders", """{"product":"Q币","denomination":"10元","quantity":1,"target":{"account":"5551234"},"contact":"you@example.com","submittedKey":"g1"}""");
        Assert.Equal(HttpStatusCode.BadRequest, other.Status);
    }

    [Theory]
    [InlineData("""{"product":"不卖的","denomination":"10元","quantity":1,"submittedKey":"k"}""")]
    [InlineData("""{"product":"Q币","denomination":"11元","quantity":1,"target":{"account":"5551234"},"submittedKey":"k"}""")]
    [InlineData("""{"product":"Q币","denomination":"10元","quantity":0,"target":{"account":"5551234"},"submittedKey":"k"}""")]
    [InlineData("""{"product":"Q币","denomination":"10元","quantity":1,"submittedKey":"k"}""")]
    [InlineData("""{"product":"Q币","denomination":"10元","quantity":1,"target":{"account":"5551234"}}""")]
    [InlineData("""{"product":"移动话费","denomination":"10元","quantity":1,"target":{"phone":"138"},"submittedKey":"k"}""")]
    [InlineData("""{"product":"王者荣耀点券","denomination":"10元","quantity":1,"target":{"account":"abc","region":"火星"},"submittedKey":"k"}""")]
    public async Task FormThatMakesNoSense_IsRefused(string form)
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        Assert.Equal(HttpStatusCode.BadRequest, (await page.PostAsync("orders", form)).Status);
    }

    [Theory]
    [InlineData("""{"payment":"closed"}"""), InlineData("""{"payment":"refunded"}"""), InlineData("""{"payment":"confirming"}"""), InlineData("""{"payment":"unpaid","channelRecord":"paid"}""")]
    public async Task OrderThatIsNotOpen_IsNotPaid(string spec)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-1",""" + spec[1..]);
        using var page = await host.SignedInAsync("c-1");
        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("orders/KM1/pay")).Status);
    }

    [Fact]
    public async Task Codes_AreMasked_UntilRevealed_AndThenShownOnlyThere()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-1","product":"Steam 充值卡","quantity":2,"delivery":"delivered"}""");
        using var page = await host.SignedInAsync("c-1");
        Assert.Equal(["****-****-****-****", "****-****-****-****"], Codes(await page.GetAsync("orders/KM1")));
        Assert.False((bool)(await host.ReadAsync("KM1"))["codeRevealed"]!);

        var revealed = await page.PostAsync("orders/KM1/reveal");
        Assert.All(Codes(revealed), code => Assert.Matches("^([A-Z2-9]{4}-){3}[A-Z2-9]{4}$", code));
        Assert.True(revealed.Message.Headers.CacheControl!.NoStore);
        Assert.Equal(Codes(revealed), Codes(await page.PostAsync("orders/KM1/reveal")));
        Assert.All(Codes(await page.GetAsync("orders/KM1")), code => Assert.DoesNotContain(code, Codes(revealed)));
        Assert.True((bool)(await host.ReadAsync("KM1"))["codeRevealed"]!);
        Assert.Equal("already_shipped", (await host.CancelAsync("KM1")).Code);

        static IEnumerable<string> Codes(Reply reply) => reply.Json["codes"]!.AsArray().Select(code => (string)code!);
    }

    [Theory]
    [InlineData("""{"delivery":"queued"}"""), InlineData("""{"payment":"refunded"}""")]
    public async Task CodesThatAreNotThere_AreNotRevealed(string spec)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-1","product":"Steam 充值卡",""" + spec[1..]);
        using var page = await host.SignedInAsync("c-1");
        Assert.Equal(HttpStatusCode.Conflict, (await page.PostAsync("orders/KM1/reveal")).Status);
    }

    [Fact]
    public async Task CancelledOrder_ShowsItsRefundAndItsCase()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-1","amount":98}""");
        await host.Shop.SendAsync(
            HttpMethod.Put, "cases/CS-1", """{"number":"CS-1","orderNo":"KM1","stage":"closed","outcome":"cancelled","updatedAt":"2026-11-22T12:00:00Z"}""", null);
        await host.CancelAsync("KM1");
        using var page = await host.SignedInAsync("c-1");
        var view = (await page.GetAsync("orders/KM1")).Json;
        Assert.Equal(("cancelled", "processing", 9800), ((string)view["status"]!, (string)view["refund"]!["state"]!, (int)view["refund"]!["amountFen"]!));
        Assert.Equal("""{"number":"CS-1","stage":"closed","outcome":"cancelled"}""", view["case"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"payment":"unpaid"}""", "unpaid"), InlineData("""{"payment":"confirming"}""", "confirming"), InlineData("""{"payment":"closed"}""", "cancelled")]
    [InlineData("""{"payment":"refunded","delivery":"delivered"}""", "refunded"), InlineData("""{"delivery":"processing"}""", "processing")]
    [InlineData("""{"delivery":"failed"}""", "failed"), InlineData("""{"payment":"part_refunded","delivery":"delivered"}""", "delivered")]
    public async Task Status_IsOneWord(string spec, string status)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1","customerId":"c-1",""" + spec[1..]);
        using var page = await host.SignedInAsync("c-1");
        var view = (await page.GetAsync("orders")).Json["orders"]![0]!;
        Assert.Equal(status, (string)view["status"]!);
        Assert.All(["windowEndsAt", "shipsAt", "refund", "case", "codes"], field => Assert.True(view.AsObject().ContainsKey(field)));
    }

    [Fact]
    public async Task Products_CarryWhatThePageNeeds()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var products = (await page.GetAsync("products")).Json["products"]!.AsArray();
        Assert.InRange(products.Count, 10, 20);
        Assert.All(products, product => Assert.Equal(
            ["name", "aliases", "denominations", "goods", "targetFields", "regions", "fulfilment", "note"], product!.AsObject().Select(field => field.Key)));
    }
}
