using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>That the shop takes news of cases and notices to customers.</summary>
internal sealed class TellingChecks(ShopUnderTest shop, TestOrders orders, WallClock wall)
{
    /// <summary>Of this run alone, so that no older news stands in its way.</summary>
    private readonly string _number = $"CS-000000-{Guid.NewGuid():N}";

    public IEnumerable<Check> All =>
    [
        Check.Of("case", "kept as told", CaseAsync),
        Check.Of("case: older news", "changes nothing", OlderNewsAsync),
        Check.Of("case: an unknown number", "404 not_found", async token => (await shop.GetAsync(Routes.Of(ShopRoutes.Case, "CS-000000-NOONE"), token)).ExpectRefusal(404, "not_found")),
        Check.Of("notice", "202", NoticeAsync),
    ];

    private Task<ContractReply> PutAsync(ShopCase news, CancellationToken cancellationToken) => shop.PutAsync(Routes.Of(ShopRoutes.Case, _number), news, cancellationToken);

    private async Task<ShopCase> CaseNowAsync(CancellationToken cancellationToken) =>
        (await shop.GetAsync(Routes.Of(ShopRoutes.Case, _number), cancellationToken)).Expect<ShopCase>();

    private async Task CaseAsync(CancellationToken cancellationToken)
    {
        (await PutAsync(new ShopCase(_number, orders.Hold, "with_human", wall.Now), cancellationToken)).ExpectStatus(200);
        var kept = await CaseNowAsync(cancellationToken);
        CheckFailedException.Unless(kept.OrderNo == orders.Hold && kept.Stage == "with_human", $"the shop has it as {kept.Stage} of {kept.OrderNo}");
    }

    private async Task OlderNewsAsync(CancellationToken cancellationToken)
    {
        (await PutAsync(new ShopCase(_number, orders.Hold, "triage", wall.Now - TimeSpan.FromMinutes(1)), cancellationToken)).ExpectStatus(200);
        var kept = await CaseNowAsync(cancellationToken);
        CheckFailedException.Unless(kept.Stage == "with_human", $"older news has set it back to {kept.Stage}");
    }

    private async Task NoticeAsync(CancellationToken cancellationToken) =>
        (await shop.PostAsync(
            Routes.Of(ShopRoutes.Notices, orders.CustomerId), new NoticeRequest(_number, "这是一条测试通知，请忽略。", "zh-CN"), cancellationToken)).ExpectStatus(202);
}
