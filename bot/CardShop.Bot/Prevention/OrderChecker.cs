using System.Text.Json;
using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Prevention;

/// <summary>Checks an order for a page that shows the chat token of a signed-in customer: the same judgement as in the chat (<see cref="OrderCheck"/>).</summary>
internal sealed class OrderChecker(DirectLineAccess access, OrderCheckThrottle throttle, IShopReader shop, PolicySettings settings, TimeProvider time)
{
    private const string Pause = "60";

    public async Task<IResult> CheckAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        var (caller, refused) = await access.AdmitAsync(context, DirectLineTokenKind.Conversation);
        if (caller?.UserId is not { } customer)
        {
            return refused ?? ChannelProblem.SignInNeeded;
        }

        if (!throttle.TryTake(customer))
        {
            context.Response.Headers.RetryAfter = Pause;
            return ChannelProblem.TooManyChecks;
        }

        var (request, problem) = await OrderCheckRequest.ReadAsync(context.Request);
        return request is null ? problem! : Results.Json(Words(await JudgeAsync(request.Planned, customer, context.RequestAborted), request.Locale), OrderCheckJson.Default.OrderCheckAnswer);
    }

    private async Task<CheckedOrder> JudgeAsync(PlannedOrder planned, string customer, CancellationToken cancellationToken)
    {
        var listed = shop.AskAsync(new ListProducts(), cancellationToken);
        var recent = shop.AskAsync(new ListOrders(customer), cancellationToken);
        var facts = new OrderCheckFacts(time.GetUtcNow(), (await listed as ProductsAnswer)?.Products, (await recent as OrdersAnswer)?.Orders);
        var first = OrderCheck.Of(planned, facts, settings);
        if (!OrderCheck.IsWorthAskingForTarget(first))
        {
            return first;
        }

        var target = await shop.AskAsync(new CheckTarget(first.Planned.Product!, first.Planned.Target, customer), cancellationToken);
        return OrderCheck.Of(planned, facts with { Target = (target as TargetAnswer)?.Check }, settings);
    }

    private static OrderCheckAnswer Words(CheckedOrder result, string? locale)
    {
        var language = Languages.OfLocale(locale) is Language.English ? Language.English : Language.Chinese;
        var words = OrderCheckWords.Of(result, language);
        return new OrderCheckAnswer(
            Name(result.Weight), words.Lines, [.. result.Findings.Zip(words.Findings, (finding, text) => new OrderCheckFound(finding.Name, Name(finding.Weight), text))], words.Advice, ["V1", "V3", "H2"]);
    }

    private static string Name(FindingWeight? weight) => weight is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : "clear";
}
