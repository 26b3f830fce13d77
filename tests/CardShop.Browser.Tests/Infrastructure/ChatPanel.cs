namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The chat on the page.</summary>
public sealed class ChatPanel(IPage page, Screen screen)
{
    public ILocator Panel => page.Locator("#chat");

    /// <summary>What has been said, cards and all. The client's own live region repeats every message for screen readers; it is left out.</summary>
    public ILocator Transcript => Panel.Locator(".webchat__basic-transcript__transcript");

    public ILocator Box => Panel.GetByRole(AriaRole.Textbox);

    public ILocator CaseBar => Panel.Locator(".case-bar");

    public ILocator Banner => Panel.Locator(".chat-banner");

    public ILocator Opener => page.Locator("#chat-opener");

    /// <summary>A button under the conversation, which says its label.</summary>
    public ILocator Suggestion(string label) => Panel.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = label });

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

    public async Task SayAsync(string words)
    {
        await Box.FillAsync(words);
        await Box.PressAsync("Enter");
        await Assertions.Expect(Transcript.GetByText(words, new() { Exact = true }).Last).ToBeVisibleAsync();
    }
}
