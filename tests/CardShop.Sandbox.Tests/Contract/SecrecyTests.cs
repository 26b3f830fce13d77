using CardShop.Sandbox.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Tests.Contract;

/// <summary>No answer of contract or controls carries a card secret, a contact or a query password.</summary>
public sealed class SecrecyTests
{
    private const string Contact = "13570026814";
    private const string Password = "s3cret-query";

    [Fact]
    public async Task NoAnswer_CarriesASecret()
    {
        await using var host = await ShopHost.StartAsync();
        var made = await host.Control.PostAsync(
            "orders", $$"""{"product":"Steam 充值卡","quantity":2,"delivery":"delivered","customerId":"c-1","contact":"{{Contact}}","queryPassword":"{{Password}}"}""");
        var order = (string)made.Json["orderNo"]!;
        var codes = await CodesAsync(host, order);
        Assert.Equal(2, codes.Length);

        Reply[] answers =
        [
            made,
            await host.Control.GetAsync($"orders/{order}"),
            await host.Shop.PostAsync("orders/lookup", $$"""{"number":"{{order}}","contact":"{{Contact}}","queryPassword":"{{Password}}"}"""),
            await host.Shop.GetAsync($"orders/{order}"),
            await host.Shop.GetAsync($"orders/{order}/capabilities"),
            await host.Shop.GetAsync("customers/c-1/orders"),
            await host.HoldAsync(order),
            await host.CancelAsync(order, key: "k1"),
            await host.Shop.GetAsync("commands/k1"),
            await host.Shop.GetAsync($"orders/{order}/refund"),
            await host.Control.GetAsync("commands"),
        ];
        Assert.All(answers, answer => Assert.All([.. codes, Contact, Password], secret => Assert.DoesNotContain(secret, answer.Body, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task QueryPassword_IsNotKept()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync($$"""{"queryPassword":"{{Password}}"}""");
        await using var db = await host.OpenAsync();
        var kept = await db.Orders.SingleAsync(known => known.OrderNo == order, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Password, kept.QueryPasswordHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_MakesTheCodesVoid()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync("""{"product":"Steam 充值卡","delivery":"delivered"}""");
        await host.CancelAsync(order);
        Assert.Empty(await CodesAsync(host, order));
    }

    private static async Task<string[]> CodesAsync(ShopHost host, string order)
    {
        await using var db = await host.OpenAsync();
        return (await db.Orders.SingleAsync(known => known.OrderNo == order, TestContext.Current.CancellationToken)).CardCodes?.Split('\n') ?? [];
    }
}
