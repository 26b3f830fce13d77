using System.Net;
using System.Text.Json.Nodes;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Contract;

/// <summary>A code to the phone that an order was registered with (rule E3).</summary>
public sealed class IdentityTests
{
    private const string Guest = """{"orderNo":"KM1","contact":"13570026814","product":"Q币"}""";

    [Fact]
    public async Task Code_IsSent_ShownToNobody_AndGoodOnce()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);

        var sent = await SendAsync(host, "CS-1", "code.1");
        Assert.Equal("""{"sentTo":"135****6814","expiresInSeconds":300}""", sent.Json.ToJsonString());
        var code = await CodeAsync(host);
        Assert.Matches("^[0-9]{6}$", code);

        Assert.Equal("proven", await CheckAsync(host, "CS-1", "try.1", code));
        Assert.Equal("proven", await CheckAsync(host, "CS-1", "try.1", code));
        Assert.Equal("expired", await CheckAsync(host, "CS-1", "try.2", code));
    }

    [Fact]
    public async Task SameAttempt_SendsNothingMore_AnotherEndsTheCodeBefore()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        await SendAsync(host, "CS-1", "code.1");
        var first = await CodeAsync(host);
        await SendAsync(host, "CS-1", "code.1");
        Assert.Equal(first, await CodeAsync(host));

        await SendAsync(host, "CS-1", "code.2");
        var second = await CodeAsync(host);

        Assert.Equal(second == first ? "proven" : "wrong", await CheckAsync(host, "CS-1", "try.1", first));
    }

    [Fact]
    public async Task WrongCodes_AreCounted_AndTheRightOneComesTooLate()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        await SendAsync(host, "CS-1", "code.1");
        var code = await CodeAsync(host);
        var wrong = code == "111111" ? "222222" : "111111";

        Assert.Equal("wrong", await CheckAsync(host, "CS-1", "try.1", wrong));
        Assert.Equal("wrong", await CheckAsync(host, "CS-1", "try.1", wrong));
        Assert.Equal("wrong", await CheckAsync(host, "CS-1", "try.2", wrong));
        Assert.Equal("used_up", await CheckAsync(host, "CS-1", "try.3", wrong));
        Assert.Equal("used_up", await CheckAsync(host, "CS-1", "try.4", code));
    }

    [Fact]
    public async Task Code_IsWorthNothing_AfterFiveMinutesOfWallClock_NorInAnotherCase()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        await SendAsync(host, "CS-1", "code.1");
        var code = await CodeAsync(host);
        Assert.Equal("expired", await CheckAsync(host, "CS-2", "try.1", code));

        host.WallClock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal("expired", await CheckAsync(host, "CS-1", "try.2", code));
    }

    [Fact]
    public async Task SixthCodeInAnHour_IsThrottled()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        for (var at = 1; at <= 5; at++)
        {
            Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, "CS-1", $"code.{at}")).Status);
        }

        var refused = await SendAsync(host, "CS-1", "code.6");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Message.Headers.RetryAfter);
        host.WallClock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, "CS-1", "code.7")).Status);
    }

    [Theory]
    [InlineData("""{"orderNo":"KM1","contact":"guest@example.com","product":"Q币"}""")]
    [InlineData("""{"orderNo":"KM1","customerId":"c-1"}""")]
    public async Task OrderWithoutAPhone_GetsNone(string order)
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(order);

        var refused = await SendAsync(host, "CS-1", "code.1");

        Assert.Equal((HttpStatusCode.NotImplemented, "not_supported"), (refused.Status, (string)refused.Json["code"]!));
    }

    [Fact]
    public async Task Fault_KeepsTheAnswerBack_AndTheRepetitionSendsNothingMore()
    {
        await using var host = await ShopHost.StartAsync();
        await host.OrderAsync(Guest);
        await host.Control.PostAsync("faults", """{"route":"identity","status":503,"afterEffect":true}""");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(host, "CS-1", "code.1")).Status);
        var code = await CodeAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(host, "CS-1", "code.1")).Status);

        Assert.Equal(code, await CodeAsync(host));
    }

    private static Task<Reply> SendAsync(ShopHost host, string number, string attempt) =>
        host.Shop.PostAsync("orders/KM1/identity/code", new JsonObject { ["caseNumber"] = number, ["attempt"] = attempt }.ToJsonString());

    private static async Task<string> CheckAsync(ShopHost host, string number, string attempt, string code) => (string)(await host.Shop.PostAsync(
        "orders/KM1/identity/check", new JsonObject { ["caseNumber"] = number, ["attempt"] = attempt, ["code"] = code }.ToJsonString())).Json["result"]!;

    private static async Task<string> CodeAsync(ShopHost host) => (string)(await host.Control.GetAsync("orders/KM1/identity-code")).Json["code"]!;
}
