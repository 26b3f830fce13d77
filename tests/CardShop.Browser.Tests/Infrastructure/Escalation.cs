using System.Text.RegularExpressions;

namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>A customer who wants a person.</summary>
internal static partial class Escalation
{
    /// <summary>Tells what is wrong, then calls a person; the number of the case.</summary>
    public static async Task<string> CallAsync(ShopPage shop, string order)
    {
        await shop.SignInAsync("林晓");
        await shop.Chat.OpenAsync();
        await shop.Chat.SayAsync($"订单 {order} 账号填错了，撤单退款");
        await Assertions.Expect(shop.Chat.CardButton("确认撤单")).ToBeEnabledAsync();
        await shop.Chat.SayAsync("转人工");
        await Assertions.Expect(shop.Chat.Transcript).ToContainTextAsync("已为您转人工");
        return CaseNumber().Match(await shop.Chat.CaseBar.InnerTextAsync()).Value;
    }

    [GeneratedRegex("CS-[0-9A-Z-]+")]
    private static partial Regex CaseNumber();
}
