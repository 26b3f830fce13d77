using System.Net;
using CardShop.Sandbox.Tests.Hosting;
using CardShop.ShopContract;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task SameKey_AnswersTheKeptOutcome_WordForWord_AndActsOnce()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        var first = await host.CancelAsync(order, key: "k1");
        await host.AdvanceClockAsync(3600);
        var second = await host.CancelAsync(order, key: "k1");

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.False(first.Message.Headers.Contains(ShopHeaders.IdempotencyReplayed));
        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal(first.Message.Content.Headers.ContentType, second.Message.Content.Headers.ContentType);
        Assert.Equal(["true"], second.Message.Headers.GetValues(ShopHeaders.IdempotencyReplayed));
        Assert.Equal([("cancel", true, "done"), ("cancel", false, "repeated")], await host.LedgerAsync());
    }

    [Fact]
    public async Task SameKey_ManyTimesAtOnce_ActsOnce()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.CancelAsync(order, key: "k1")));

        Assert.Single(answers.Select(answer => (answer.Status, answer.Body)).Distinct());
        Assert.Equal(9, answers.Count(answer => answer.Message.Headers.Contains(ShopHeaders.IdempotencyReplayed)));
        Assert.Single(await host.LedgerAsync(), line => line.Done);
    }

    [Fact]
    public async Task DifferentKeys_ManyAtOnce_PayBackOnce()
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.CancelAsync(order)));

        Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(answer => answer.Code == "version_moved"));
    }

    [Fact]
    public async Task SameKey_WithAnotherBodyActionOrOrder_IsRefused_AndTheFirstOutcomeStays()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, other) = (await host.OrderAsync(), await host.OrderAsync());
        var first = await host.CancelAsync(order, key: "k1");

        Assert.Equal("key_reused", (await host.CancelAsync(order, version: 7, key: "k1")).Code);
        Assert.Equal("key_reused", (await host.CancelAsync(other, key: "k1")).Code);
        Assert.Equal("key_reused", (await host.Shop.CommandAsync(order, "release", """{"caseNumber":"CS-1","expectedVersion":1}""", "k1")).Code);
        Assert.Equal(first.Body, (await host.CancelAsync(order, key: "k1")).Body);
        Assert.Equal("paid", (string)(await host.ReadAsync(other))["payment"]!);
    }

    [Theory]
    [InlineData(7, """{}""", 409, "version_moved")]
    [InlineData(1, """{"delivery":"delivered"}""", 422, "already_shipped")]
    [InlineData(1, """{"product":"QQ音乐绿钻","capabilities":{"cancel":"impossible"}}""", 501, "not_supported")]
    public async Task Refusal_IsKept_EvenIfItWouldGoThroughLater(long version, string spec, int status, string code)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync(spec);
        var first = await host.CancelAsync(order, version, "k1");
        await host.Control.PostAsync($"orders/{order}/advance", """{"delivery":"queued"}""");
        var second = await host.CancelAsync(order, version, "k1");

        Assert.Equal((status, code), ((int)first.Status, first.Code));
        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal(order, (string)first.Json["order"]!["orderNo"]!);
        var recalled = (await host.Shop.GetAsync("commands/k1")).Json;
        Assert.Equal((status, code), ((int)recalled["status"]!, (string)recalled["problem"]!["code"]!));
        Assert.Null(recalled["receipt"]);
    }

    [Fact]
    public async Task DoneCommand_IsRecalled_ByItsKey()
    {
        await using var host = await ShopHost.StartAsync();
        var done = await host.CancelAsync(await host.OrderAsync(), key: "CS-1.cancel.1");
        var recalled = (await host.Shop.GetAsync("commands/CS-1.cancel.1")).Json;
        Assert.Equal(200, (int)recalled["status"]!);
        Assert.Equal(done.Json.ToJsonString(), recalled["receipt"]!.ToJsonString());
    }

    [Fact]
    public async Task CommandThatNeverArrived_IsNotFound()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("commands/never")).Status);
    }

    [Fact]
    public async Task UnknownOrder_KeepsNoOutcome()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await host.CancelAsync("KM404", key: "k1")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("commands/k1")).Status);
        await host.OrderAsync("""{"orderNo":"KM404"}""");
        Assert.Equal(HttpStatusCode.OK, (await host.CancelAsync("KM404", key: "k1")).Status);
    }

    [Theory]
    [InlineData("hold", """{"caseNumber":"CS-1","leaseSeconds":0}""")]
    [InlineData("hold", """{"caseNumber":"CS-1","leaseSeconds":901}""")]
    [InlineData("hold", """{"caseNumber":"","leaseSeconds":60}""")]
    [InlineData("release", """{}""")]
    [InlineData("cancel", """{"caseNumber":"CS-1"}""")]
    [InlineData("cancel", """{"caseNumber":"CS-1","expectedVersion":0}""")]
    [InlineData("cancel", """{"caseNumber":"CS-1","expectedVersion":"x"}""")]
    [InlineData("modify", """{"caseNumber":"CS-1","expectedVersion":1,"changes":{}}""")]
    [InlineData("modify", """{"caseNumber":"CS-1","expectedVersion":1,"changes":null}""")]
    [InlineData("modify", """{"caseNumber":"CS-1","expectedVersion":1,"changes":{"quantity":0}}""")]
    [InlineData("modify", """{"caseNumber":"CS-1","expectedVersion":1,"changes":{"account":"  "}}""")]
    [InlineData("refund", """{"caseNumber":"CS-1","expectedVersion":1,"amountFen":0}""")]
    [InlineData("refund", """{"caseNumber":"CS-1","expectedVersion":1,"amountFen":-1}""")]
    public async Task CommandThatMakesNoSense_IsRefused_AndLeavesNoTrace(string action, string body)
    {
        await using var host = await ShopHost.StartAsync();
        var order = await host.OrderAsync();
        var reply = await host.Shop.CommandAsync(order, action, body, "k1");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (reply.Status, reply.Code));
        Assert.Empty(await host.LedgerAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("commands/k1")).Status);
    }

    [Fact]
    public async Task CommandWithoutKey_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Shop.PostAsync($"orders/{await host.OrderAsync()}/cancel", """{"caseNumber":"CS-1","expectedVersion":1}""");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task Outcome_SurvivesARestart()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-");
        string order;
        Reply first;
        await using (var host = await ShopHost.StartAsync(directory: directory.FullName))
        {
            order = await host.OrderAsync();
            first = await host.CancelAsync(order, key: "k1");
        }

        await using (var host = await ShopHost.StartAsync(directory: directory.FullName))
        {
            Assert.Equal(first.Body, (await host.CancelAsync(order, key: "k1")).Body);
        }

        directory.Delete(recursive: true);
    }
}
