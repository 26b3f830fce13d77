using System.Text.Json.Nodes;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>Short ways to the states that many tests begin in.</summary>
internal static class ShopFixture
{
    /// <summary>Makes an order by the controls and answers its number.</summary>
    public static async Task<string> OrderAsync(this ShopHost host, string spec = "{}")
    {
        var reply = await host.Control.PostAsync("orders", spec);
        Assert.True(reply.Status is System.Net.HttpStatusCode.Created, reply.Body);
        return (string)reply.Json["orderNo"]!;
    }

    public static async Task<JsonNode> ReadAsync(this ShopHost host, string orderNo) => (await host.Shop.GetAsync($"orders/{orderNo}")).Json;

    public static async Task<JsonNode> CapabilitiesAsync(this ShopHost host, string orderNo) => (await host.Shop.GetAsync($"orders/{orderNo}/capabilities")).Json;

    public static Task<Reply> CancelAsync(this ShopHost host, string orderNo, long version = 1, string? key = null) =>
        host.Shop.CommandAsync(orderNo, "cancel", $$"""{"caseNumber":"CS-1","expectedVersion":{{version}}}""", key);

    public static Task<Reply> ModifyAsync(this ShopHost host, string orderNo, string changes, long version = 1) =>
        host.Shop.CommandAsync(orderNo, "modify", $$"""{"caseNumber":"CS-1","expectedVersion":{{version}},"changes":{{changes}}}""");

    public static Task<Reply> RefundAsync(this ShopHost host, string orderNo, long amountFen, long version = 1) =>
        host.Shop.CommandAsync(orderNo, "refund", $$"""{"caseNumber":"CS-1","expectedVersion":{{version}},"amountFen":{{amountFen}}}""");

    public static Task<Reply> MessageAsync(this ShopHost host, string orderNo, string text = "您好，有一位顾客误充到了您的账号。") =>
        host.Shop.CommandAsync(orderNo, "recipient/messages", $$"""{"caseNumber":"CS-1","text":"{{text}}"}""");

    public static Task<Reply> HoldAsync(this ShopHost host, string orderNo, int seconds = 600, string caseNumber = "CS-1") =>
        host.Shop.CommandAsync(orderNo, "hold", $$"""{"caseNumber":"{{caseNumber}}","leaseSeconds":{{seconds}}}""");

    public static Task<Reply> ReleaseAsync(this ShopHost host, string orderNo, string caseNumber = "CS-1") =>
        host.Shop.CommandAsync(orderNo, "release", $$"""{"caseNumber":"{{caseNumber}}"}""");

    public static Task<Reply> AdvanceClockAsync(this ShopHost host, double seconds) => host.Control.PostAsync("clock", $$"""{"advanceSeconds":{{seconds}}}""");

    public static async Task<IReadOnlyList<(string Action, bool Done, string Result)>> LedgerAsync(this ShopHost host) =>
        [.. (await host.Control.GetAsync("commands")).Json.AsArray().Select(line => ((string)line!["action"]!, (bool)line["done"]!, (string)line["result"]!))];

    public static async Task<JsonClient> SignedInAsync(this ShopHost host, string? customerId)
    {
        var page = host.Page();
        await page.PostAsync("session", customerId is null ? """{"customerId":null}""" : $$"""{"customerId":"{{customerId}}"}""");
        return page;
    }
}
