using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>Every view, narrow and wide, light and dark, in both languages: nothing runs off the screen. The pictures stay for people to look at.</summary>
public sealed class LayoutTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    private static readonly (string Name, string Route)[] Views =
    [
        ("catalogue", "/"), ("form", "/buy/王者荣耀点券"), ("orders", "/orders"), ("sign-in", "/sign-in"), ("lookup", "/lookup"),
    ];

    [Theory]
    [InlineData(360, ColorScheme.Light, "zh-CN")]
    [InlineData(360, ColorScheme.Dark, "en-US")]
    [InlineData(1440, ColorScheme.Light, "en-US")]
    [InlineData(1440, ColorScheme.Dark, "zh-CN")]
    public async Task EveryView_OnAnyScreen_FitsItsWidth(int width, ColorScheme colours, string language)
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync(width < 1024 ? Screen.Phone : Screen.Desk, colours);
        await shop.SignInAsync("林晓");
        if (language == "en-US")
        {
            await shop.SwitchToEnglishAsync();
        }

        foreach (var (name, route) in Views.Append(("order", $"/orders/{order}")))
        {
            await shop.GoAsync(route);
            await Assertions.Expect(shop.Main).Not.ToHaveAttributeAsync("aria-busy", "true");
            await shop.PictureAsync($"{name}-{width}-{colours}-{language}".ToLowerInvariant());
            Assert.True(await shop.OverflowAsync() <= 0, $"{route} is wider than {width} px.");
        }

        await shop.Chat.OpenAsync();
        await Assertions.Expect(shop.Chat.Transcript.Locator("article").First).ToBeVisibleAsync();
        await shop.PictureAsync($"chat-{width}-{colours}-{language}".ToLowerInvariant());
        Assert.True(await shop.OverflowAsync() <= 0, $"The chat is wider than {width} px.");
    }
}
