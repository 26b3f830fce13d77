using CardShop.Sandbox.Chat;
using CardShop.Sandbox.Contract;
using CardShop.Sandbox.Contract.Commands;
using CardShop.Sandbox.Control;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Site;
using CardShop.Sandbox.Store;
using CardShop.Sandbox.Store.CompiledModel;
using CardShop.ShopContract;
using CardShop.Sqlite;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox;

/// <summary>The demo shop as a guest in somebody's host.</summary>
public static class SandboxServices
{
    /// <summary>
    /// Adds the shop, and <see cref="SandboxClock"/> as the one clock for the host to give to the rest. It opens its store before other hosted services start.
    /// Session cookies use the host's Data Protection keys.
    /// </summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, SandboxSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        services.AddSingleton(setup);
        services.AddSingleton(new WallClock(setup.WallClock));
        services.AddSingleton(new SandboxClock(setup.WallClock));
        services.AddSingleton(provider => new Lazy<SandboxSecrets>(() => setup.Secrets(provider)));
        services.AddDataProtection();
        services.AddHttpClient(ChatTokens.Client, client => client.Timeout = TimeSpan.FromSeconds(10));
        return services.AddStore(setup.DataDirectory).AddOrders().AddContract().AddEvents().AddControl().AddSite();
    }

    /// <summary>Maps the contract, the controls and the page's own endpoints.</summary>
    public static void MapSandbox(this IEndpointRouteBuilder app)
    {
        app.MapContract();
        app.MapControl();
        app.MapSite();
    }

    /// <summary>Brings the shop's store up to date without opening the shop.</summary>
    public static Task MigrateSandboxAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<ShopStore>().MigrateAsync(cancellationToken);

    /// <summary>Begins to open the shop ahead of the host's start, which waits for it.</summary>
    public static void BeginSandbox(this IServiceProvider services) => services.GetRequiredService<SandboxStart>().Begin();

    /// <summary>The compiled model saves building the model at each start. A test holds it and the migrations to the model as it is, so that the migrator need not compare them.</summary>
    private static IServiceCollection AddStore(this IServiceCollection services, string directory) => services
        .AddPooledDbContextFactory<SandboxDb>(options => options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(directory, ShopStore.FileName) }.ConnectionString)
            .UseModel(SandboxDbModel.Instance)
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning))
            .AddInterceptors(new SqlitePragmas()))
        .AddSingleton<ShopStore>()
        .AddSingleton<Books>();

    private static IServiceCollection AddOrders(this IServiceCollection services) => services
        .AddSingleton(_ => Catalogue.Load())
        .AddSingleton(_ => AccountBook.Load())
        .AddSingleton(_ => PaymentWays.Load())
        .AddSingleton<Pricing>()
        .AddSingleton<ShopRules>()
        .AddSingleton<CapabilitySheet>()
        .AddSingleton<OrderMaker>()
        .AddSingleton<Pace>()
        .AddSingleton<OrderLife>()
        .AddSingleton<SandboxStart>()
        .AddHostedService(provider => provider.GetRequiredService<SandboxStart>())
        .AddHostedService<LifeLoop>();

    private static IServiceCollection AddContract(this IServiceCollection services) => services
        .AddSingleton(provider => new SignatureGate(provider.GetRequiredService<WallClock>().Time))
        .AddSingleton<LookupThrottle>()
        .AddSingleton<IdentityCodes>()
        .AddSingleton<OrderFinder>()
        .AddSingleton<Counter>()
        .AddSingleton<CommandDesk>();

    private static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddHttpClient(EventPusher.Client, client => client.Timeout = TimeSpan.FromSeconds(15));
        return services.AddSingleton<EventPusher>().AddHostedService<PushLoop>();
    }

    private static IServiceCollection AddControl(this IServiceCollection services) => services
        .AddSingleton<Faults>()
        .AddSingleton<ClockControl>()
        .AddSingleton<ShopReset>()
        .AddSingleton<ControlView>()
        .AddSingleton<ChatTokens>();

    private static IServiceCollection AddSite(this IServiceCollection services) => services
        .AddSingleton<Sessions>()
        .AddSingleton<OrderForm>()
        .AddSingleton<OwnOrders>()
        .AddSingleton<SiteView>();
}
