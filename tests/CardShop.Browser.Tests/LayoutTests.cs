using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>
/// Every view and every step of the conversation, narrow and wide, light and dark, in both languages: nothing runs off the screen. The pictures stay for
/// people to look at, in <c>TestResults/browser/screens</c>.
/// </summary>
public sealed class LayoutTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    public static MatrixTheoryData<int, ColorScheme, string> Looks { get; } = new(
        [Screen.Phone.Width, Screen.Desk.Width], [ColorScheme.Light, ColorScheme.Dark], [Words.Chinese.Language, Words.English.Language]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task EveryViewAndStep_OnAnyScreen_FitsItsWidth(int width, ColorScheme colours, string language)
    {
        var words = Words.Of(language);
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1", account: "82716454"));
        var shop = await OpenAsync(width == Screen.Phone.Width ? Screen.Phone : Screen.Desk, colours, $"?locale={language}");
        await shop.EnterAsync("林晓");
        var gallery = new Gallery(shop, words, order);

        await gallery.VisitViewsAsync(LookAsync);
        await gallery.TalkAsync(LookAsync);

        async Task LookAsync(string name)
        {
            await shop.PictureAsync($"{name}-{width}-{colours}-{language}".ToLowerInvariant());
            Assert.Empty(await shop.RunningOffAsync());
        }
    }
}
