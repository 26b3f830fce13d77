namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>Goes through every view and every step of the main conversation, and stops at each for a look.</summary>
internal sealed class Gallery(ShopPage shop, Words words, string order)
{
    private static readonly (string Name, string Route)[] Views =
    [
        ("catalogue", "/"), ("form", "/buy/王者荣耀点券"), ("orders", "/orders"), ("not-found", "/orders/KM0"), ("sign-in", "/sign-in"), ("lookup", "/lookup"),
    ];

    public async Task VisitViewsAsync(Func<string, Task> look)
    {
        foreach (var (name, route) in Views.Append(("order", $"/orders/{order}")))
        {
            await shop.VisitAsync(route);
            await look(name);
        }

        await shop.VisitAsync("/buy/王者荣耀点券");
        await shop.Main.Locator("[name=account]").FillAsync("wz_linxiao");
        await shop.Main.GetByLabel("微信一区").CheckAsync();
        await shop.Main.Locator("form .button-primary").ClickAsync();
        await Assertions.Expect(shop.Main.Locator("#check-title")).ToBeVisibleAsync();
        await look("check");
        await shop.VisitAsync($"/orders/{order}");
    }

    public async Task TalkAsync(Func<string, Task> look)
    {
        await shop.Chat.OpenAsync();
        await Assertions.Expect(shop.Chat.Suggestion(words.WrongAccount)).ToBeVisibleAsync();
        await look("chat-1-greeting");
        await shop.Chat.Suggestion(words.WrongAccount).ClickAsync();
        await Assertions.Expect(shop.Chat.CardButton(order)).ToBeEnabledAsync();
        await look("chat-2-picker");
        await shop.Chat.CardButton(order).ClickAsync();
        await Assertions.Expect(shop.Chat.Suggestion(words.Change)).ToBeVisibleAsync();
        await look("chat-3-question");
        await shop.Chat.Suggestion(words.Change).ClickAsync();
        await Assertions.Expect(shop.Chat.Suggestion(words.Change)).ToBeHiddenAsync();
        await shop.Chat.SayAsync("82716453");
        await Assertions.Expect(shop.Chat.CardButton(words.Confirm)).ToBeEnabledAsync();
        await look("chat-4-read-back");
        await shop.Page.Context.SetOfflineAsync(true);
        await Assertions.Expect(shop.Chat.Banner).ToContainTextAsync(words.Lost);
        await look("chat-5-lost");
        await shop.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(shop.Chat.Banner).ToBeEmptyAsync();
        await shop.Chat.CardButton(words.Confirm).ClickAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync(words.Changed);
        await look("chat-6-done");
    }
}
