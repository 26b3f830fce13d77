using CardShop.Testing;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>A customer whose goods went to a wrong account.</summary>
internal static class Applicant
{
    /// <summary>Goes as far as the application that waits for a reviewer.</summary>
    public static async Task<(string Order, string Case)> FileAsync(Talk talk, Shop shop, string wish = "退款")
    {
        var made = await shop.OrderAsync(new
        {
            customerId = "c-1",
            product = "Q币",
            denomination = "100元",
            amount = 100,
            delivery = "delivered",
            minutesSincePayment = 60,
            target = new { account = "12345" },
        });
        var order = (string)made["orderNo"]!;
        await talk.SayUntilAskedAsync("账号充错了", "order");
        await talk.SayUntilAskedAsync(order, "evidence");
        await talk.SendPictureAsync(EvidenceFiles.Png());
        await talk.SendPictureAsync(EvidenceFiles.Png(shade: 90));
        await talk.UntilAsync(view => (string?)view["asks"] == "remedy");
        await talk.SayUntilAskedAsync(wish, "confirm");
        await talk.SayAsync("确认提交");
        var view = await talk.UntilAsync(view => (string?)view["stage"] == "under_review");
        return (order, (string)view["number"]!);
    }
}
