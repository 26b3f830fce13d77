using System.Collections.Concurrent;
using System.Text.Json;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Shop;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;

namespace CardShop.Bot.Tests.Shop;

public sealed class ShopReaderTests
{
    private static readonly TimeSpan Impatient = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Lookup_GivesAGuestsProofAsContactAndAsPassword_Signed()
    {
        LookupRequest? request = null;
        var verified = false;
        await using var shop = await TestShop.StartAsync(async context =>
        {
            if (context.Request.Path == "/orders/lookup")
            {
                using var buffer = new MemoryStream();
                await context.Request.Body.CopyToAsync(buffer);
                request = JsonSerializer.Deserialize<LookupRequest>(buffer.ToArray(), ShopJson.Contract);
                verified = RequestSignature.Verify(
                    context.Request.Headers[ShopHeaders.Signature]!,
                    "POST",
                    "/orders/lookup",
                    buffer.ToArray(),
                    "0123456789abcdef",
                    context.Request.Headers[ShopHeaders.Timestamp]!,
                    context.Request.Headers[ShopHeaders.Nonce]!);
            }

            await AnswerOrder(context, version: 3, capabilitiesVersion: 3);
        });

        var answer = await shop.Reader.AskAsync(new FindOrder("P-9", new Asker(null, "13800138000")), CancellationToken.None);

        Assert.Equal(new LookupRequest("P-9", null, "13800138000", "13800138000"), request);
        Assert.True(verified);
        Assert.Equal(3, Assert.IsType<OrderAnswer>(answer).Facts.Order.Version);
    }

    [Fact]
    public async Task OrderThatMovesBetweenTheTwoReadings_IsReadOnceMore()
    {
        var reads = 0;
        await using var shop = await TestShop.StartAsync(context => AnswerOrder(
            context, version: context.Request.Path.Value!.EndsWith("capabilities", StringComparison.Ordinal) ? 0 : 3 + reads++, capabilitiesVersion: 4));

        var answer = await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None);

        Assert.Equal((4, 4), (Assert.IsType<OrderAnswer>(answer).Facts.Order.Version, ((OrderAnswer)answer).Facts.Capabilities.Version));
    }

    [Fact]
    public async Task OrderThatNeverStandsStill_IsNotGuessedAt()
    {
        var reads = 10;
        await using var shop = await TestShop.StartAsync(context => AnswerOrder(context, version: reads++, capabilitiesVersion: 4));

        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
    }

    [Theory]
    [InlineData(404, "not_found", typeof(NotFoundAnswer))]
    [InlineData(501, "not_supported", typeof(UnsupportedAnswer))]
    [InlineData(429, "throttled", typeof(ThrottledAnswer))]
    [InlineData(401, "signature_invalid", typeof(UnreachableAnswer))]
    [InlineData(500, "whatever", typeof(UnreachableAnswer))]
    public async Task Refusals_AreToldApart(int status, string code, Type answer)
    {
        await using var shop = await TestShop.StartAsync(TestShop.Problem(status, code));

        Assert.IsType(answer, await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>maintenance</html>")]
    [InlineData(200, "application/json", "<html>maintenance</html>")]
    [InlineData(200, "application/json", "")]
    [InlineData(200, "application/json", "null")]
    [InlineData(200, "application/json", "[]")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", """{"orderNo":"O-1","version":"three"}""")]
    [InlineData(200, "application/json", """{"orders":[null]}""")]
    [InlineData(200, "application/json", """{"orders":null}""")]
    [InlineData(200, "application/json", """{"owner":0}""")]
    [InlineData(404, "text/html", "<html>no such page</html>")]
    [InlineData(404, "application/json", "{}")]
    [InlineData(302, "text/html", "")]
    public async Task WhatIsNotInTheContract_IsUnreachable(int status, string contentType, string body)
    {
        await using var shop = await TestShop.StartAsync(TestShop.Json(status, body, contentType));

        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ListOrders("c-1"), CancellationToken.None));
        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new CheckTarget("Q币", new Target(), null), CancellationToken.None));
    }

    [Theory]
    [InlineData("payment")]
    [InlineData("delivery")]
    [InlineData("amountFen")]
    [InlineData("target")]
    public async Task OrderWithoutWhatTheContractRequires_IsNotGuessedAt(string left)
    {
        var order = JsonSerializer.SerializeToNode(Orders.Paid("O-1"), ShopJson.Contract)!.AsObject();
        order.Remove(left);
        await using var shop = await TestShop.StartAsync(TestShop.Json(200, $$"""{"orders":[{{order.ToJsonString()}}]}"""));

        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ListOrders("c-1"), CancellationToken.None));
    }

    [Fact]
    public async Task FieldsThatNobodyKnows_AreLetBe()
    {
        var order = JsonSerializer.SerializeToNode(Orders.Paid("O-1"), ShopJson.Contract)!.AsObject();
        order["giftWrapped"] = true;
        await using var shop = await TestShop.StartAsync(TestShop.Json(200, $$"""{"orders":[{{order.ToJsonString()}}]}"""));

        Assert.IsType<OrdersAnswer>(await shop.Reader.AskAsync(new ListOrders("c-1"), CancellationToken.None));
    }

    [Fact]
    public async Task AnotherOrderThanAskedFor_IsNonsense()
    {
        await using var shop = await TestShop.StartAsync(context => AnswerOrder(context, 1, 1));

        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-2"), CancellationToken.None));
    }

    [Fact]
    public async Task SlowShop_IsUnreachable_EvenInTheMiddleOfAnAnswer()
    {
        await using var shop = await TestShop.StartAsync(TestShop.Silence, Impatient);
        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));

        shop.Answer = TestShop.Drip;
        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
    }

    [Fact]
    public async Task EndlessAnswer_IsCutOff()
    {
        await using var shop = await TestShop.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            var chunk = new string(' ', 64 * 1024);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(chunk, context.RequestAborted);
            }
        });

        Assert.Equal(new UnreachableAnswer(), await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
    }

    [Fact]
    public async Task DroppedReading_IsRepeated_SignedAfresh()
    {
        var nonces = new ConcurrentBag<string>();
        await using var shop = await TestShop.StartAsync(_ => Task.CompletedTask);
        shop.Answer = context =>
        {
            nonces.Add(context.Request.Headers[ShopHeaders.Nonce]!);
            return shop.Requests <= 2 ? TestShop.Drop(context) : AnswerOrder(context, 1, 1);
        };

        Assert.IsType<OrderAnswer>(await shop.Reader.AskAsync(new ReadOrder("O-1"), CancellationToken.None));
        Assert.Equal(nonces.Count, nonces.Distinct().Count());
    }

    [Theory]
    [InlineData("../../control/reset", "/orders/..%2F..%2Fcontrol%2Freset")]
    [InlineData("..", "/orders/-")]
    [InlineData("O-1?x=y#z", "/orders/O-1%3Fx%3Dy%23z")]
    public async Task WhatACustomerTypes_NeverBecomesAPathOfItsOwn(string typed, string path)
    {
        var asked = "";
        await using var shop = await TestShop.StartAsync(context =>
        {
            asked = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
            return TestShop.Problem(404, "not_found")(context);
        });

        await shop.Reader.AskAsync(new ReadOrder(typed), CancellationToken.None);

        Assert.Equal(path, asked);
    }

    [Fact]
    public async Task TheCallersPatience_IsNotTheShopsSilence()
    {
        await using var shop = await TestShop.StartAsync(TestShop.Silence);
        using var gaveUp = new CancellationTokenSource();
        var asking = shop.Reader.AskAsync(new ReadOrder("O-1"), gaveUp.Token);

        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static Task AnswerOrder(HttpContext context, long version, long capabilitiesVersion)
    {
        const string verdict = """{"verdict":"allowed"}""";
        return context.Request.Path.Value!.EndsWith("capabilities", StringComparison.Ordinal)
            ? TestShop.Json(200, $$"""{"version":{{capabilitiesVersion}},"hold":{{verdict}},"cancel":{{verdict}},"modify":{{verdict}},"refund":{{verdict}}}""")(context)
            : TestShop.Json(200, JsonSerializer.Serialize(Orders.Paid("O-1", version), ShopJson.Contract))(context);
    }
}
