using CardShop.Bot.Channels;
using CardShop.Bot.Channels.DirectLine;

namespace CardShop.Bot.Prevention;

/// <summary>The check before paying, for the shop's own order page (rule V1): <c>POST /api/order-check</c>.</summary>
internal static class OrderCheckFeature
{
    public const string Route = "/api/order-check";

    public static IServiceCollection AddOrderCheck(this IServiceCollection services) =>
        services.AddSingleton<OrderCheckThrottle>().AddScoped<OrderChecker>();

    public static void MapOrderCheck(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Route).AddEndpointFilter(DirectLineCors.Apply).AddEndpointFilter<ChannelFaults>();
        group.MapMethods("", [HttpMethods.Options], DirectLineCors.Preflight);
        group.MapPost("", (HttpContext context, OrderChecker checker) => checker.CheckAsync(context));
    }
}
