using CardShop.Bot.Hosting;
using CardShop.ShopContract;

namespace CardShop.Bot.Shop.Events;

/// <summary>What the shop tells: pushed by it, and asked for by us in case a push was lost.</summary>
internal static class ShopEventsFeature
{
    public static IServiceCollection AddShopEvents(this IServiceCollection services) => services
        .AddSingleton(provider => new SignatureGate(provider.GetRequiredService<WallClock>().Time))
        .AddSingleton<ShopEventDesk>()
        .AddSingleton<ShopEventEndpoint>()
        .AddSingleton<IShopEventSource, ShopEventSource>()
        .AddSingleton<ShopEventPoller>()
        .AddHostedService<ShopEventLoop>();

    public static void MapShopEvents(this IEndpointRouteBuilder app) =>
        app.MapPost(ShopRoutes.Push, (HttpContext http, ShopEventEndpoint endpoint) => endpoint.TakeAsync(http));
}
