using CardShop.Bot.Documents;
using CardShop.Bot.Hosting;
using CardShop.Desk;
using CardShop.Sandbox;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CardShop.Bot.Desk;

/// <summary>The desk's pages within this host.</summary>
internal static class DeskSite
{
    public static IServiceCollection AddDeskSite(this IServiceCollection services)
    {
        services.TryAddSingleton<OwnAddress>();
        return services
            .AddDeskPages(Clocks.Wall)
            .AddSingleton<IDeskAgents, DemoAgents>()
            .AddHostedService<FirstAdmin>();
    }

    public static void MapDeskSite(this WebApplication app)
    {
        app.MapDesk(hasFiles: app.Services.GetService<SandboxSetup>() is not null);
        app.MapDeskDocuments();
    }
}
