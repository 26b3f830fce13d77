namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The chat on the page.</summary>
public sealed class ChatPanel(IPage page, Screen screen)
{
    private const int MostEnters = 20;
    private const float EnterPause = 250;

    public ILocator Panel => page.Locator("#chat");

    /// <summary>What has been said, cards and all. The client's own live region repeats every message for screen readers; it is left out.</summary>
    public ILocator Transcript => Panel.Locator(".webchat__basic-transcript__transcript");

    /// <summary>What the Tab key reaches of it, as one stop.</summary>
    public ILocator History => Panel.Locator(".webchat__basic-transcript[tabindex]");

    public ILocator Box => Panel.GetByRole(AriaRole.Textbox);

    /// <summary>The button that picks files: the first of the box.</summary>
    public ILocator Paperclip => Panel.Locator("form button, .webchat__send-box__main button").First;

    public ILocator CaseBar => Panel.Locator(".case-bar");

    public ILocator Banner => Panel.Locator(".chat-banner");

    public ILocator Opener => page.Locator("#chat-opener");

    /// <summary>How many messages wait, on the button that opens the chat.</summary>
    public ILocator Unread => Opener.Locator(".unread");

    /// <summary>A button under the conversation, which says its label.</summary>
    public ILocator Suggestion(string label) => Suggestions.And(page.GetByRole(AriaRole.Button, new() { Name = label }));

    public ILocator Suggestions => Panel.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button);

    /// <summary>A message by its exact words, however often it stands there.</summary>
    public ILocator Said(string words) => Transcript.Locator(".webchat__bubble__content").GetByText(words, new() { Exact = true });

    /// <summary>That somebody is writing.</summary>
    public ILocator TypingSign => Panel.Locator(".webchat__typing-indicator");

    /// <summary>A card, by its title.</summary>
    public ILocator Card(string title) => Panel.GetByRole(AriaRole.Region, new() { Name = title, Exact = true }).Last;

    /// <summary>A button on a card.</summary>
    public ILocator CardButton(string label) => Panel.Locator("chat-card").GetByRole(AriaRole.Button, new() { Name = label }).Last;

    public async Task OpenAsync()
    {
        if (!screen.ShowsChatBesideOrders)
        {
            await Opener.ClickAsync();
        }

        await Assertions.Expect(Box).ToBeVisibleAsync();
    }

    /// <summary>Waits until the latest message has been scrolled into view.</summary>
    public Task SettleAsync() => page.WaitForFunctionAsync(
        """
        () => [...document.querySelectorAll('#chat .webchat__basic-transcript__scrollable')]
          .every(scrolled => !scrolled.checkVisibility() || scrolled.scrollTop + scrolled.clientHeight > scrolled.scrollHeight - 2)
        """);

    public async Task SayAsync(string words)
    {
        await Box.FillAsync(words);
        await SubmitAsync();
        await Assertions.Expect(Transcript.GetByText(words, new() { Exact = true }).Last).ToBeVisibleAsync();
    }

    /// <summary>Sends a picture of the page itself.</summary>
    public async Task SendPictureAsync(string name)
    {
        await Panel.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = await page.ScreenshotAsync() });
        await SendFilesAsync();
    }

    /// <summary>Sends the files that were picked.</summary>
    public Task SendFilesAsync() => Panel.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();

    /// <summary>Web Chat passes an Enter over that comes before it has taken the words in; an Enter into an empty box does nothing.</summary>
    private async Task SubmitAsync()
    {
        for (var tries = 0; tries < MostEnters && await Box.InputValueAsync() != string.Empty; tries++)
        {
            await Box.PressAsync("Enter");
            await page.WaitForTimeoutAsync(EnterPause);
        }
    }
}
