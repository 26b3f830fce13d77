using CardShop.Sandbox.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>The shop in the smallest host there is: Kestrel on a free port, SQLite in a directory of its own, a wall clock that stands still.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public const string KeyId = "test-key";
    public const string Secret = "test-secret";
    public const string DirectLineSecret = "direct-line-secret";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _directory;
    private readonly bool _keepsDirectory;

    private ShopHost(WebApplication app, DirectoryInfo directory, bool keepsDirectory, ManualTime wallClock)
    {
        (_app, _directory, _keepsDirectory, WallClock) = (app, directory, keepsDirectory, wallClock);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Shop = new ShopClient(Address, wallClock);
        Control = new JsonClient(new Uri(Address, "/sandbox/control/"));
    }

    public Uri Address { get; }

    public ManualTime WallClock { get; }

    public string DirectoryPath => _directory.FullName;

    public IServiceProvider Services => _app.Services;

    /// <summary>Speaks the contract, signed.</summary>
    public ShopClient Shop { get; }

    /// <summary>Speaks to the controls.</summary>
    public JsonClient Control { get; }

    public static async Task<ShopHost> StartAsync(
        bool seed = false, string? directory = null, ManualTime? wallClock = null, Action<IServiceCollection>? services = null, Uri? bot = null)
    {
        var place = directory is null ? Directory.CreateTempSubdirectory("cardshop-sandbox-") : new DirectoryInfo(directory);
        var time = wallClock ?? new ManualTime();
        if (directory is null)
        {
            await TemplateStore.CopyToAsync(place);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSandbox(new SandboxSetup
        {
            DataDirectory = place.FullName,
            WallClock = time,
            Secrets = _ => new SandboxSecrets(KeyId, Secret, DirectLineSecret),
            BotAddress = (_, _) => Task.FromResult(bot ?? new Uri("http://127.0.0.1:9/")),
            SeedDemoOrders = seed,
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapSandbox();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ShopHost(app, place, directory is not null, time);
    }

    public JsonClient Page() => new(new Uri(Address, "/sandbox/site/"));

    public Uri ContractUri(string path) => new(Address, $"{ContractEndpoints.BasePath}/{path}");

    public async ValueTask DisposeAsync()
    {
        Shop.Dispose();
        Control.Dispose();
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!_keepsDirectory)
        {
            _directory.Delete(recursive: true);
        }
    }
}
