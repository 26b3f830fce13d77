using System.Net;
using CardShop.Sandbox.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Tests.Contract;

public sealed class TargetAndCaseTests
{
    [Theory]
    [InlineData("""{"account":"82716453"}""", "self", "小*")]
    [InlineData("""{"phone":"18311760942"}""", "stranger", "老*")]
    [InlineData("""{"account":"55512345"}""", "unknown", null)]
    [InlineData("""{"account":"00000000"}""", "invalid", null)]
    [InlineData("""{"phone":"17000000000"}""", "invalid", null)]
    [InlineData("""{"phone":"12"}""", "invalid", null)]
    public async Task Target_IsTold_ByTheShopsBook(string target, string owner, string? nickname)
    {
        await using var host = await ShopHost.StartAsync();
        var check = (await host.Shop.PostAsync("targets/check", $$"""{"product":"Q币","target":{{target}},"customerId":"c-1"}""")).Json;
        Assert.Equal((owner, nickname), ((string)check["owner"]!, (string?)check["nickname"]));
    }

    [Fact]
    public async Task Guest_OwnsNoTarget()
    {
        await using var host = await ShopHost.StartAsync();
        var check = (await host.Shop.PostAsync("targets/check", """{"product":"Q币","target":{"account":"82716453"}}""")).Json;
        Assert.Equal("stranger", (string)check["owner"]!);
    }

    [Fact]
    public async Task EmptyTarget_IsRefused()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Shop.PostAsync("targets/check", """{"product":"Q币","target":{}}""")).Status);
    }

    [Fact]
    public async Task Case_IsKept_AndOlderNewsChangesNothing()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync("""{"orderNo":"KM1"}""");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Shop.GetAsync("cases/CS-1")).Status);
        await PutAsync(host, "filing", "2026-11-22T12:00:00Z");
        await PutAsync(host, "under_review", "2026-11-22T12:05:00Z");
        await PutAsync(host, "evidence", "2026-11-22T12:03:00Z");
        Assert.Equal("under_review", (string)(await host.Shop.GetAsync("cases/CS-1")).Json["stage"]!);
    }

    [Fact]
    public async Task Case_OfAnUnknownOrder_IsNotFound()
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await PutAsync(host, "triage", "2026-11-22T12:00:00Z")).Status);
    }

    [Fact]
    public async Task Notice_IsTaken()
    {
        await using var host = await ShopHost.StartAsync();
        var reply = await host.Shop.PostAsync("customers/c-1/notices", """{"caseNumber":"CS-1","text":"您的申请有结果了。","locale":"zh-CN"}""");
        Assert.Equal(HttpStatusCode.Accepted, reply.Status);
    }

    [Fact]
    public async Task Notice_SentAgainWithItsKey_IsGivenOnce()
    {
        await using var host = await ShopHost.StartAsync();
        foreach (var key in new[] { "CS-1.notice.3", "CS-1.notice.3", "CS-1.notice.4", null, null })
        {
            var reply = await host.Shop.PostAsync("customers/c-1/notices", """{"caseNumber":"CS-1","text":"您的申请有结果了。","locale":"zh-CN"}""", key);
            Assert.Equal(HttpStatusCode.Accepted, reply.Status);
        }

        await using var db = await host.OpenAsync();
        Assert.Equal(4, await db.Notices.CountAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Reply> PutAsync(ShopHost host, string stage, string updatedAt) => host.Shop.SendAsync(
        HttpMethod.Put, "cases/CS-1", $$"""{"number":"CS-1","orderNo":"KM1","path":"manual_review","stage":"{{stage}}","updatedAt":"{{updatedAt}}"}""", null);
}
