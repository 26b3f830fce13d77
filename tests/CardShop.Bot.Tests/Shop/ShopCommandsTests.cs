using System.Text.Json;
using CardShop.Bot.Shop;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Shop;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;

namespace CardShop.Bot.Tests.Shop;

public sealed class ShopCommandsTests
{
    private static readonly CancelOrder Cancel = Orders.Cancel();

    [Fact]
    public async Task Receipt_IsDone_AndTheKeyTravelsWithTheCommand()
    {
        var (path, key) = ("", "");
        await using var shop = await TestShop.StartAsync(context =>
        {
            (path, key) = (context.Request.Path, context.Request.Headers[ShopHeaders.IdempotencyKey]!);
            return Receipt(ShopAction.Cancel, "O-1")(context);
        });

        var attempt = await shop.Commands.SendAsync(Cancel, CancellationToken.None);

        Assert.Equal(("/orders/O-1/cancel", Cancel.Key), (path, key));
        Assert.Equal("O-1", Assert.IsType<CommandDone>(Assert.IsType<Known>(attempt).Result).Order.OrderNo);
    }

    [Theory]
    [InlineData(409, "version_moved")]
    [InlineData(422, "window_over")]
    [InlineData(422, "a_code_of_its_own")]
    [InlineData(501, "not_supported")]
    [InlineData(404, "not_found")]
    [InlineData(400, "invalid_request")]
    public async Task RefusalOfTheContract_IsRefused(int status, string code)
    {
        await using var shop = await TestShop.StartAsync(TestShop.Problem(status, code));

        Assert.Equal(new Known(new CommandRefused(code, null)), await shop.Commands.SendAsync(Cancel, CancellationToken.None));
    }

    [Theory]
    [InlineData(200, "text/html", "<html>ok</html>")]
    [InlineData(200, "application/json", "{}")]
    [InlineData(200, "application/json", "nonsense")]
    [InlineData(404, "text/html", "<html>no such page</html>")]
    [InlineData(422, "application/json", "{}")]
    [InlineData(401, "application/problem+json", """{"code":"signature_invalid","title":"no","status":401}""")]
    [InlineData(403, "text/html", "")]
    [InlineData(500, "application/json", "{}")]
    [InlineData(502, "text/html", "<html>bad gateway</html>")]
    [InlineData(302, "text/html", "")]
    public async Task WhatIsNotInTheContract_IsNeitherDoneNorRefused(int status, string contentType, string body)
    {
        await using var shop = await TestShop.StartAsync(TestShop.Json(status, body, contentType));

        Assert.IsType<NotKnown>(await shop.Commands.SendAsync(Cancel, CancellationToken.None));
        Assert.Equal(1, shop.Requests);
    }

    [Theory]
    [InlineData(ShopAction.Cancel, "O-2")]
    [InlineData(ShopAction.Modify, "O-1")]
    public async Task ReceiptOfAnotherCommand_IsNonsense(ShopAction action, string orderNo)
    {
        await using var shop = await TestShop.StartAsync(Receipt(action, orderNo));

        Assert.IsType<NotKnown>(await shop.Commands.SendAsync(Cancel, CancellationToken.None));
    }

    [Fact]
    public async Task DroppedCommand_IsNotRepeatedByTheGateway()
    {
        await using var shop = await TestShop.StartAsync(TestShop.Drop);

        Assert.IsType<NotKnown>(await shop.Commands.SendAsync(Cancel, CancellationToken.None));
        Assert.Equal(1, shop.Requests);
    }

    [Fact]
    public async Task SlowCommand_IsNotKnown()
    {
        await using var shop = await TestShop.StartAsync(TestShop.Silence, TimeSpan.FromMilliseconds(300));

        Assert.IsType<NotKnown>(await shop.Commands.SendAsync(Cancel, CancellationToken.None));
    }

    [Fact]
    public async Task ThrottledCommand_SaysHowLongToWait()
    {
        await using var shop = await TestShop.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "120";
            return TestShop.Problem(429, "throttled")(context);
        });

        Assert.Equal(TimeSpan.FromMinutes(2), Assert.IsType<NotKnown>(await shop.Commands.SendAsync(Cancel, CancellationToken.None)).RetryAfter);
    }

    [Fact]
    public async Task LookUp_TellsNeverArrivedFromKnownFromSilence()
    {
        await using var shop = await TestShop.StartAsync(TestShop.Problem(404, "not_found"));
        Assert.Equal(new NeverArrived(), await shop.Commands.LookUpAsync(Cancel, CancellationToken.None));

        shop.Answer = TestShop.Json(404, "<html>no such page</html>", "text/html");
        Assert.IsType<NotKnown>(await shop.Commands.LookUpAsync(Cancel, CancellationToken.None));

        shop.Answer = TestShop.Json(200, Write(new CommandOutcome(200, Done(ShopAction.Cancel, "O-1"), null)));
        Assert.IsType<CommandDone>(Assert.IsType<Known>(await shop.Commands.LookUpAsync(Cancel, CancellationToken.None)).Result);

        shop.Answer = TestShop.Json(200, Write(new CommandOutcome(422, null, new ShopProblem("window_over", "too late", 422))));
        Assert.Equal(new Known(new CommandRefused("window_over", null)), await shop.Commands.LookUpAsync(Cancel, CancellationToken.None));
    }

    private static CommandReceipt Done(ShopAction action, string orderNo) => new(action, Orders.Paid(orderNo), null);

    private static RequestDelegate Receipt(ShopAction action, string orderNo) => TestShop.Json(200, Write(Done(action, orderNo)));

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, ShopJson.Contract);
}
