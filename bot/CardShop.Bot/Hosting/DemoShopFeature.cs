using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Shop;
using CardShop.Sandbox;
using CardShop.Sandbox.Site;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Hosting;

/// <summary>The demo shop within this process, while no real shop is configured. It brings the clock that its controls can move.</summary>
internal static class DemoShopFeature
{
    public static WebApplicationBuilder AddDemoShop(this WebApplicationBuilder builder, DataDirectory directory)
    {
        if (Settings.Read<ShopOptions>(builder.Configuration).IsDemo)
        {
            builder.Services
                .AddSandbox(Setup(directory))
                .AddSingleton<TimeProvider>(services => services.GetRequiredService<SandboxClock>())
                .AddSingleton<IDueWork, DueWork>()
                .AddSingleton<IResettable, BotReset>();
        }

        return builder;
    }

    /// <summary>The page at <c>/</c>, the shop's contract and the controls of tests.</summary>
    public static void MapDemoShop(this WebApplication app)
    {
        if (app.Services.GetService<SandboxSetup>() is not null)
        {
            app.MapSandboxPage();
            app.MapSandbox();
        }
    }

    /// <summary>Begins to open its store, where there is a demo shop.</summary>
    public static void BeginDemoShop(this WebApplication app)
    {
        if (app.Services.GetService<SandboxSetup>() is not null)
        {
            app.Services.BeginSandbox();
        }
    }

    private static SandboxSetup Setup(DataDirectory directory) => new()
    {
        DataDirectory = directory.Path,
        WallClock = Clocks.Wall,
        Secrets = services => new SandboxSecrets(
            services.GetRequiredService<IOptions<ShopOptions>>().Value.KeyId,
            services.GetRequiredService<IOptions<ShopOptions>>().Value.Secret,
            services.GetRequiredService<IDirectLineSecrets>().Secret),
        BotAddress = (services, cancellationToken) => services.GetRequiredService<OwnAddress>().GetAsync(cancellationToken),
    };
}
