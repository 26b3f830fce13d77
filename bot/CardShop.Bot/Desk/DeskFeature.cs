using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Hosting;
using CardShop.Desk.Services;
using CardShop.Sandbox;

namespace CardShop.Bot.Desk;

/// <summary>What the desk's pages work with. Turns keep its queue (<see cref="DeskBook"/>), whether anybody looks at it or not.</summary>
internal static class DeskFeature
{
    public static IServiceCollection AddDesk(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<DeskOptions>(configuration)
        .AddSettings<ReviewsOptions>(configuration)
        .AddSingleton<DeskTurns>()
        .AddSingleton<DeskCases>()
        .AddSingleton<EvidenceShelf>()
        .AddSingleton<DecisionOffers>()
        .AddSingleton<Dossiers>()
        .AddSingleton<OpenCases>()
        .AddSingleton<QueueItems>()
        .AddSingleton<QueueLines>()
        .AddSingleton<IDeskAudit, DeskAudit>()
        .AddSingleton<IDeskBoard, DeskBoard>()
        .AddSingleton<IDeskConversation, DeskConversation>()
        .AddSingleton<IDeskCase, DeskCase>()
        .AddSingleton<IDeskDecisions, DeskDecisions>()
        .AddSingleton<IDeskPresence, DeskPresence>()
        .AddSingleton<IDeskFigures, DeskFigures>()
        .AddSingleton<IShopSwitch, ShopSwitch>()
        .AddSettings<HandoffOptions>(configuration)
        .AddSingleton<HandoffBook>()
        .AddSingleton<IOutsideDesk, OutsideDesk>()
        .AddSingleton<HolderSweeper>()
        .AddSingleton<IDeskControl, DeskControl>()
        .AddHostedService<HolderWatch>();
}
