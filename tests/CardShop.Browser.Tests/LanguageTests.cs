using CardShop.Browser.Tests.Infrastructure;

namespace CardShop.Browser.Tests;

/// <summary>A page of one language shows no word of the other, also where only screen readers look.</summary>
public sealed class LanguageTests(ShopHost host, Chromium chromium) : PageTest(host, chromium)
{
    /// <summary>What customers and shops have written keeps its language, and says so by its <c>lang</c>; the chat's messages are the bot's.</summary>
    private const string ChineseLeft =
        """
        () => {
          const chinese = /\p{Script=Han}/u;
          const elements = [...document.querySelectorAll('#site-header *, #main *, .chat-head *, .case-bar *, #announcer, .skip-link, #chat [aria-label], #chat [placeholder]')]
            .filter(element => !element.closest('[lang^=zh]:not(html), [aria-hidden=true]'));
          const labels = elements.flatMap(element => ['aria-label', 'placeholder', 'title', 'alt'].map(name => element.getAttribute(name) ?? ''));
          const texts = elements.filter(element => !element.closest('.webchat__basic-transcript')).flatMap(element => [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data));
          return [...labels, ...texts].filter(text => chinese.test(text));
        }
        """;

    [Fact]
    public async Task EnglishPage_HasNoChineseWordOfItsOwn()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1", account: "82716454"));
        var shop = await OpenAsync(query: "?locale=en-US");
        await shop.EnterAsync("林晓");
        var gallery = new Gallery(shop, Words.English, order);

        await gallery.VisitViewsAsync(LookAsync);
        await gallery.TalkAsync(LookAsync);

        async Task LookAsync(string where) =>
            Assert.Empty((await shop.Page.EvaluateAsync<string[]>(ChineseLeft)).Select(text => $"{where}: {text}"));
    }

    [Fact]
    public async Task ChinesePage_HasNoTextOfTheEnglishOnes()
    {
        var english = TextsTests.English.Values.Except(TextsTests.Chinese.Values).Where(text => !text.Contains('{', StringComparison.Ordinal)).ToHashSet();
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1", account: "82716454"));
        var shop = await OpenAsync();
        await shop.EnterAsync("林晓");
        var gallery = new Gallery(shop, Words.Chinese, order);

        await gallery.VisitViewsAsync(LookAsync);
        await gallery.TalkAsync(LookAsync);

        async Task LookAsync(string where)
        {
            var shown = (await shop.Page.Locator("body").InnerTextAsync()).Split('\n', StringSplitOptions.TrimEntries);
            Assert.Empty(shown.Intersect(english).Select(text => $"{where}: {text}"));
        }
    }

    [Fact]
    public async Task Language_Switched_IsSpokenByPageAndBotFromThenOn()
    {
        var order = await Controls.CreateOrderAsync(Orders.Queued("c-1"));
        var shop = await OpenAsync();
        await shop.SignInAsync("林晓");
        await shop.SwitchToEnglishAsync();
        await shop.Page.ReloadAsync();

        await Assertions.Expect(shop.Heading).ToHaveTextAsync("My orders");
        await shop.Chat.SayAsync($"I gave the wrong account on order {order}, please cancel it");

        await Assertions.Expect(shop.Chat.CardButton("Confirm cancellation")).ToBeVisibleAsync();
        await Assertions.Expect(shop.Chat.CaseBar).ToContainTextAsync("Waiting for your yes");
    }
}
