using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Bot.Prevention;
using CardShop.Channels.Tests.DirectLine;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Shop;

namespace CardShop.Channels.Tests;

/// <summary>The check before paying, as the shop's page asks for it (rule V1).</summary>
public sealed class OrderCheckTests
{
    private const string Plan = """{"product":"移动话费","denomination":"100元","quantity":1,"amountFen":9930,"target":{"phone":"13812345678"}}""";

    [Fact]
    public async Task SignedInCustomer_HearsThatNothingIsWrong_WithTheNumberInGroups()
    {
        await using var channels = await RunningChannels.StartAsync();

        var answer = await JsonAsync(await AskAsync(channels, "c-1", Plan));

        Assert.Equal("clear", (string?)answer["weight"]);
        Assert.Contains("138 1234 5678", answer["lines"]!.AsArray().Select(line => (string)line!["value"]!));
        Assert.Empty(answer["findings"]!.AsArray());
    }

    [Fact]
    public async Task TwinOfTheCustomersOwn_IsFound_AndOfNobodyElse()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.Shop.Orders.Add(Twin("O-1", "c-1", channels));

        Assert.Equal("twin", Found(await JsonAsync(await AskAsync(channels, "c-1", Plan))));
        Assert.Null(Found(await JsonAsync(await AskAsync(channels, "c-2", Plan))));
        Assert.Null(Found(await JsonAsync(await AskAsync(channels, "c-1", Plan.Replace("{\"product\"", "{\"orderNo\":\"O-1\",\"product\"", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task SilentShop_IsSaid_AndTargetThatDoesNotExistStops()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.Shop.Owner = TargetOwner.Invalid;
        Assert.Equal("stop", (string?)(await JsonAsync(await AskAsync(channels, "c-1", Plan)))["weight"]);

        channels.Shop.IsSilent = true;
        Assert.Equal("not_checked", (string?)(await JsonAsync(await AskAsync(channels, "c-1", Plan)))["weight"]);
    }

    [Fact]
    public async Task Words_AreInThePagesLanguage()
    {
        await using var channels = await RunningChannels.StartAsync();

        var answer = await JsonAsync(await AskAsync(channels, "c-1", """{"product":"移动话费","denomination":"100元","target":{"phone":"138"},"locale":"en-US"}"""));

        Assert.Contains("11 digits", (string)answer["findings"]![0]!["text"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_AndTheShopsSecret_AndNobody_AreRefused()
    {
        await using var channels = await RunningChannels.StartAsync();
        await Problems.AssertAsync(await AskAsync(channels, null, Plan), HttpStatusCode.Forbidden, "SignInNeeded");

        using var secret = Request(Plan, RunningChannels.Secret);
        await Problems.AssertAsync(await channels.Http.SendAsync(secret, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "SignInNeeded");
        using var nobody = Request(Plan, null);
        await Problems.AssertAsync(await channels.Http.SendAsync(nobody, TestContext.Current.CancellationToken), HttpStatusCode.Unauthorized, "NoToken");
    }

    [Theory]
    [InlineData("{", "NotJson")]
    [InlineData("null", "NotAnOrder")]
    [InlineData("""{"quantity":0}""", "NotAnOrder")]
    [InlineData("""{"product":7}""", "NotJson")]
    public async Task WhatIsNoOrder_IsRefused(string body, string code)
    {
        await using var channels = await RunningChannels.StartAsync();

        await Problems.AssertAsync(await AskAsync(channels, "c-1", body), HttpStatusCode.BadRequest, code);
    }

    [Fact]
    public async Task OneTooMany_IsSlowedDown_AndOtherCustomersAreNot()
    {
        await using var channels = await RunningChannels.StartAsync();
        for (var at = 0; at < OrderCheckThrottle.Most; at++)
        {
            using var served = await AskAsync(channels, "c-1", Plan);
            Assert.Equal(HttpStatusCode.OK, served.StatusCode);
        }

        using var refused = await AskAsync(channels, "c-1", Plan);
        await Problems.AssertAsync(refused, HttpStatusCode.TooManyRequests, "TooManyChecks");
        Assert.NotNull(refused.Headers.RetryAfter);
        using var other = await AskAsync(channels, "c-2", Plan);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task PageThatTheTokenDoesNotName_IsRefused()
    {
        await using var channels = await RunningChannels.StartAsync();
        using var request = Request(Plan, await TokenAsync(channels, "c-1"));
        request.Headers.Add("Origin", "https://evil.example");

        await Problems.AssertAsync(await channels.Http.SendAsync(request, TestContext.Current.CancellationToken), HttpStatusCode.Forbidden, "BadOrigin");
    }

    private static Order Twin(string number, string customer, RunningChannels channels) => new()
    {
        OrderNo = number,
        Version = 1,
        CustomerId = customer,
        Product = "移动话费",
        Denomination = "100元",
        AmountFen = 9930,
        Target = new Target(Phone: "13812345678"),
        Payment = PaymentState.Unpaid,
        CreatedAt = channels.Now.AddMinutes(-5),
    };

    private static string? Found(JsonNode answer) => (string?)answer["findings"]!.AsArray().SingleOrDefault()?["name"];

    private static async Task<HttpResponseMessage> AskAsync(RunningChannels channels, string? customer, string body)
    {
        using var request = Request(body, await TokenAsync(channels, customer));
        return await channels.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(string body, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, OrderCheckFeature.Route) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        return request;
    }

    private static async Task<string> TokenAsync(RunningChannels channels, string? customer) => (await DirectLineClient.MintAsync(channels, customer)).Token;

    private static async Task<JsonNode> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!;
        }
    }
}
