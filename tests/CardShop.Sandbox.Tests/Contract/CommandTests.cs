using System.Net;
using System.Text.Json.Nodes;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class CommandTests
{
    [Theory]
    [InlineData(899_999, HttpStatusCode.OK, null)]
    [InlineData(900_000, HttpStatusCode.UnprocessableEntity, "window_over")]
    [InlineData(900_001, HttpStatusCode.UnprocessableEntity, "window_over")]
    public async Task Window_IsHalfOpen_AndTheReceiptDecides(int millisecondsSincePayment, HttpStatusCode status, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        var (toCancel, toModify) = (await host.OrderAsync("""{"minutesSincePayment":0}"""), await host.OrderAsync("""{"minutesSincePayment":0}"""));
        await host.AdvanceClockAsync(millisecondsSincePayment / 1000.0);
        var (cancelled, modified) = (await host.CancelAsync(toCancel), await host.ModifyAsync(toModify, """{"account":"67890"}"""));

        Assert.Equal((status, status), (cancelled.Status, modified.Status));
        Assert.Equal((code, code), (cancelled.Code, modified.Code));
    }

    [Theory]
    [InlineData("""{"delivery":"none"}""", null)]
    [InlineData("""{"delivery":"queued"}""", null)]
    [InlineData("""{"delivery":"failed"}""", null)]
    [InlineData("""{"delivery":"processing"}""", "already_shipped")]
    [InlineData("""{"delivery":"partial"}""", "already_shipped")]
    [InlineData("""{"delivery":"delivered"}""", "already_shipped")]
    [InlineData("""{"delivery":"abnormal"}""", "not_allowed")]
    [InlineData("""{"delivery":"unknown"}""", "not_allowed")]
    [InlineData("""{"delivery":"delivered","goods":"card_code"}""", null)]
    [InlineData("""{"delivery":"delivered","goods":"card_code","codeRevealed":true}""", "already_shipped")]
    [InlineData("""{"delivery":"queued","hold":"frozen"}""", "frozen")]
    [InlineData("""{"delivery":"queued","minutesSincePayment":16}""", "window_over")]
    [InlineData("""{"delivery":"queued","minutesSincePayment":16,"product":"迅雷白金会员"}""", null)]
    [InlineData("""{"delivery":"queued","minutesSincePayment":16,"hold":"frozen"}""", "frozen")]
    [InlineData("""{"delivery":"delivered","minutesSincePayment":16}""", "already_shipped")]
    [InlineData("""{"capabilities":{"cancel":"review"}}""", "not_allowed")]
    [InlineData("""{"capabilities":{"cancel":"impossible"}}""", "not_supported")]
    [InlineData("""{"capabilities":{"cancel":"allowed"},"minutesSincePayment":16}""", "window_over")]
    [InlineData("""{"payment":"unpaid"}""", null)]
    [InlineData("""{"payment":"unpaid","minutesSincePayment":60}""", null)]
    [InlineData("""{"payment":"unpaid","channelRecord":"paid"}""", "not_allowed")]
    [InlineData("""{"payment":"confirming"}""", "not_allowed")]
    [InlineData("""{"payment":"closed"}""", "not_allowed")]
    [InlineData("""{"payment":"refunded"}""", "not_allowed")]
    [InlineData("""{"payment":"part_refunded"}""", null)]
    [InlineData("""{"payment":"unknown"}""", "not_allowed")]
    public async Task Cancel_FollowsTheRecord(string spec, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(code, (await host.CancelAsync(await host.OrderAsync(spec))).Code);
    }

    [Fact]
    public async Task Cancel_OfAnUnpaidOrder_ClosesIt()
    {
        await using var host = await ShopHost.StartAsync();
        var receipt = (await host.CancelAsync(await host.OrderAsync("""{"payment":"unpaid"}"""))).Json;
        Assert.Equal(("closed", 2), ((string)receipt["order"]!["payment"]!, (int)receipt["order"]!["version"]!));
        Assert.Null(receipt["refund"]);
    }

    [Fact]
    public async Task Cancel_OfAPaidOrder_PaysBackAtOnce_AndTheMoneyArrivesInThreeDays()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"amount":98.5}""");
        var receipt = (await host.CancelAsync(order)).Json;

        Assert.Equal(("refunded", "none", 2), ((string)receipt["order"]!["payment"]!, (string)receipt["order"]!["delivery"]!, (int)receipt["order"]!["version"]!));
        Assert.Equal(("processing", "原路退回微信支付", 9850), RefundIn(receipt["refund"]!));
        Assert.Equal(host.WallClock.GetUtcNow().AddDays(3), (DateTimeOffset)receipt["refund"]!["expectedBy"]!);
        Assert.Equal("processing", RefundIn((await host.Shop.GetAsync($"orders/{order}/refund")).Json).State);
        await host.AdvanceClockAsync(TimeSpan.FromDays(3).TotalSeconds);
        Assert.Equal(("arrived", "原路退回微信支付", 9850), RefundIn((await host.Shop.GetAsync($"orders/{order}/refund")).Json));
    }

    [Fact]
    public async Task Cancel_OfAnOrderPaidFromTheWallet_ArrivesAtOnce()
    {
        await using var host = await ShopHost.StartAsync();
        var receipt = (await host.CancelAsync(await host.OrderAsync("""{"amount":10,"paymentMethod":"余额"}"""))).Json;
        Assert.Equal(("arrived", "退回账户余额", 1000), RefundIn(receipt["refund"]!));
    }

    [Theory]
    [InlineData("""{"account":"67890","region":"八区"}""", null)]
    [InlineData("""{"denomination":"10元"}""", null)]
    [InlineData("""{"denomination":"200元"}""", "price_higher")]
    [InlineData("""{"quantity":2}""", "price_higher")]
    [InlineData("""{"account":"00000000"}""", "target_invalid")]
    [InlineData("""{"account":"6 7"}""", "target_invalid")]
    [InlineData("""{"phone":"1234567"}""", "target_invalid")]
    [InlineData("""{"product":"没有这种卡"}""", "not_allowed")]
    [InlineData("""{"product":"Steam 充值卡"}""", "not_allowed")]
    [InlineData("""{"denomination":"不存在的面值"}""", "not_allowed")]
    public async Task Modify_SaysYesOrWhyNot(string changes, string? code)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(code, (await host.ModifyAsync(await host.OrderAsync("""{"product":"Q币","denomination":"100元","amount":100}"""), changes)).Code);
    }

    [Fact]
    public async Task Modify_ToSomethingCheaper_PaysTheDifferenceBack_AndTheRestOnCancelling()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"product":"Q币","denomination":"100元","amount":100,"target":{"account":"12345"}}""");
        var receipt = (await host.ModifyAsync(order, """{"denomination":"10元","account":"67890"}""")).Json;

        Assert.Equal(("10元", "67890", 1000, 2), (
            (string)receipt["order"]!["denomination"]!, (string)receipt["order"]!["target"]!["account"]!, (int)receipt["order"]!["amountFen"]!, (int)receipt["order"]!["version"]!));
        Assert.Equal(("paid", "queued"), ((string)receipt["order"]!["payment"]!, (string)receipt["order"]!["delivery"]!));
        Assert.Equal(("processing", "原路退回微信支付", 9000), RefundIn(receipt["refund"]!));
        Assert.Equal(1000, RefundIn((await host.CancelAsync(order, version: 2)).Json["refund"]!).Fen);
        Assert.Equal(10_000, RefundIn((await host.Shop.GetAsync($"orders/{order}/refund")).Json).Fen);
    }

    [Fact]
    public async Task Modify_OfTheProduct_TakesItsListPrice_AndItsFulfilment()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"product":"Q币","denomination":"100元","amount":100}""");
        var changed = (await host.ModifyAsync(order, """{"product":"王者点券"}""")).Json["order"]!;
        Assert.Equal(("王者荣耀点券", 9800, "manual"), ((string)changed["product"]!, (int)changed["amountFen"]!, (string)changed["fulfilment"]!));
    }

    [Fact]
    public async Task Modify_OfTheTarget_AsksTheShopsBookWhoseItIs()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"customerId":"c-1","targetOwner":"stranger"}""");
        var changed = (await host.ModifyAsync(order, """{"account":"82716453"}""")).Json["order"]!;
        Assert.Equal(("self", true), ((string)changed["targetOwner"]!, (bool)changed["identityBound"]!));
    }

    [Theory]
    [InlineData("""{"minutesSincePayment":60,"delivery":"queued"}""", 10_000, null, "refunded", "none")]
    [InlineData("""{"minutesSincePayment":60,"delivery":"delivered"}""", 10_000, null, "refunded", "delivered")]
    [InlineData("""{"minutesSincePayment":60,"delivery":"delivered"}""", 4_000, null, "part_refunded", "delivered")]
    [InlineData("""{"delivery":"delivered"}""", 10_001, "not_allowed", "paid", "delivered")]
    [InlineData("""{"payment":"unpaid"}""", 1, "not_allowed", "unpaid", "none")]
    [InlineData("""{"payment":"refunded"}""", 1, "not_allowed", "refunded", "none")]
    [InlineData("""{"delivery":"delivered","hold":"frozen"}""", 1, "frozen", "paid", "delivered")]
    [InlineData("""{"capabilities":{"refund":"impossible"}}""", 1, "not_supported", "paid", "queued")]
    [InlineData("""{"capabilities":{"refund":"review"}}""", 10_000, null, "refunded", "none")]
    public async Task Refund_PaysBackWhatIsLeft(string spec, long fen, string? code, string payment, string delivery)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"amount":100,""" + spec[1..]);
        Assert.Equal(code, (await host.RefundAsync(order, fen)).Code);
        var after = await host.ReadAsync(order);
        Assert.Equal((payment, delivery), ((string)after["payment"]!, (string)after["delivery"]!));
    }

    [Fact]
    public async Task Refund_InParts_NeverExceedsWhatWasPaid()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"amount":100,"delivery":"delivered"}""");
        Assert.Equal(HttpStatusCode.OK, (await host.RefundAsync(order, 6_000)).Status);
        Assert.Equal("version_moved", (await host.RefundAsync(order, 4_000, version: 1)).Code);
        Assert.Equal("not_allowed", (await host.RefundAsync(order, 4_001, version: 2)).Code);
        Assert.Equal("refunded", (string)(await host.RefundAsync(order, 4_000, version: 2)).Json["order"]!["payment"]!);
    }

    [Theory]
    [InlineData("""{"delivery":"delivered","targetOwner":"stranger"}""", HttpStatusCode.OK)]
    [InlineData("""{"delivery":"queued","targetOwner":"stranger"}""", HttpStatusCode.UnprocessableEntity)]
    public async Task Message_GoesToWhoeverHoldsTheGoods_AndLeavesTheOrderAlone(string spec, HttpStatusCode status)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"amount":100,""" + spec[1..]);
        var before = (await host.ReadAsync(order)).ToJsonString();

        Assert.Equal(status, (await host.MessageAsync(order)).Status);
        Assert.Equal(before, (await host.ReadAsync(order)).ToJsonString());
        Assert.Equal("invalid_request", (await host.MessageAsync(order, string.Empty)).Code);
    }

    private static (string State, string? Method, int Fen) RefundIn(JsonNode refund) => ((string)refund["state"]!, (string?)refund["method"], (int)refund["amountFen"]!);
}
