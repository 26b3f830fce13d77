using System.Runtime.InteropServices;
using System.Text.Json;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.Bot.Shop.Events;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>That the shop takes news of cases and notices to customers, and tells what has happened.</summary>
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
        new("events", EventsAsync),
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

    /// <summary>Optional; but who offers it brings events that can be read, and none again after the cursor.</summary>
    private async Task<Finding> EventsAsync(CancellationToken cancellationToken)
    {
        var reply = await shop.GetAsync(ShopRoutes.Events, cancellationToken);
        if (reply.Status == 501)
        {
            reply.ExpectRefusal(501, "not_supported");
            return Finding.Skipped("the shop only pushes");
        }

        var first = reply.Expect<ShopEventList>();
        foreach (var json in first.Events)
        {
            CheckFailedException.Unless(ShopEventReader.Read(JsonMarshal.GetRawUtf8Value(json), out var fault) is not null, $"one of the events is not of the contract: {fault}");
        }

        var next = (await shop.GetAsync(Routes.Of(ShopRoutes.EventsAfter, first.Cursor), cancellationToken)).Expect<ShopEventList>();
        var again = first.Events.Select(IdOf).Intersect(next.Events.Select(IdOf)).FirstOrDefault();
        CheckFailedException.Unless(again is null, $"event {again} comes again after its cursor");
        return Finding.Good($"{first.Events.Count} listed, none of them again after the cursor");
    }

    private static string? IdOf(JsonElement json) => json.TryGetProperty("id", out var id) ? id.GetString() : null;
}
