using System.Net;
using CardShop.Sandbox.Tests.Hosting;

namespace CardShop.Sandbox.Tests.Site;

public sealed class SessionTests
{
    [Fact]
    public async Task Visitor_IsAGuest_AndSeesWhomToSignInAs()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var session = (await page.GetAsync("session")).Json;
        Assert.True(session.AsObject().ContainsKey("customer"));
        Assert.Null(session["customer"]);
        Assert.Equal(["c-1", "c-2", "c-3", "c-4"], session["customers"]!.AsArray().Select(customer => (string)customer!["id"]!));
        Assert.Equal(host.WallClock.GetUtcNow(), (DateTimeOffset)session["now"]!);
    }

    [Fact]
    public async Task SignIn_LastsUntilSignOut()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        var session = (await page.GetAsync("session")).Json;
        Assert.Equal("""{"id":"c-1","name":"林晓","avatar":"林"}""", session["customer"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        await page.PostAsync("session", """{"customerId":null}""");
        Assert.Null((await page.GetAsync("session")).Json["customer"]);
    }

    [Fact]
    public async Task Cookie_IsOutOfReachForScriptsAndOtherSites()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var cookie = (await page.PostAsync("session", """{"customerId":"c-1"}""")).Message.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("cardshop_demo=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("c-1", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c-1")]
    [InlineData("CfDJ8nonsense")]
    [InlineData("")]
    public async Task ForgedCookie_SignsNobodyIn(string cookie)
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var reply = await page.GetAsync("session", ("Cookie", $"cardshop_demo={cookie}"));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Null(reply.Json["customer"]);
    }

    [Fact]
    public async Task SignIn_EndsAfterHalfADay_OfWallClock_NotOfTheOneClock()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        var cookie = (await page.PostAsync("session", """{"customerId":"c-1"}""")).Message.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var later = host.Page();
        await host.AdvanceClockAsync(864_000);
        Assert.NotNull((await later.GetAsync("session", ("Cookie", cookie))).Json["customer"]);
        host.WallClock.Advance(TimeSpan.FromHours(12));
        Assert.Null((await later.GetAsync("session", ("Cookie", cookie))).Json["customer"]);
    }

    [Fact]
    public async Task UnknownCustomer_CannotSignIn()
    {
        await using var host = await ShopHost.StartAsync();
        using var page = host.Page();
        Assert.Equal(HttpStatusCode.NotFound, (await page.PostAsync("session", """{"customerId":"c-99"}""")).Status);
    }

    [Theory]
    [InlineData("session"), InlineData("orders"), InlineData("products")]
    public async Task OtherSites_AreRefused(string path)
    {
        await using var host = await ShopHost.StartAsync();
        using var page = await host.SignedInAsync("c-1");
        Assert.Equal(HttpStatusCode.Forbidden, (await page.GetAsync(path, ("Origin", "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await page.GetAsync(path, ("Origin", host.Address.GetLeftPart(UriPartial.Authority)))).Status);
    }

    [Theory]
    [InlineData("c-1", """{"user":{"id":"c-1"}}""")]
    [InlineData(null, """{}""")]
    public async Task ChatToken_IsForWhoeverIsSignedIn_WhateverThePageAsks(string? customer, string asked)
    {
        await using var bot = await BotStub.StartAsync();
        await using var host = await ShopHost.StartAsync(bot: bot.Address);
        using var page = await host.SignedInAsync(customer);
        var reply = await page.PostAsync("chat/token", """{"customerId":"c-2","user":{"id":"c-2"}}""");
        Assert.Equal("""{"token":"t-1","conversationId":"conv-1"}""", reply.Body);
        Assert.Equal([($"Bearer {ShopHost.DirectLineSecret}", asked)], bot.Requests);
    }
}
