using CardShop.Bot.Hosting.Logging;
using CardShop.Bot.Persistence;
using CardShop.Bot.Shop;
using Microsoft.Extensions.Configuration.Memory;

namespace CardShop.Bot.Hosting;

/// <summary>What every start of the host has in common: settings, data directory, logs, limits.</summary>
internal static class BotApplication
{
    private const string DefaultUrl = "http://localhost:3978";
    private const long MaxRequestBytes = 5 * 1024 * 1024;

    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    /// <summary>Settings come from beside the program, wherever it is started from; data goes where it is started.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = arguments, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost
            .UseStaticWebAssets()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            });
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = StopPatience;

            // The bot's store and the demo shop's are brought up to date side by side; whatever serves starts after both.
            host.ServicesStartConcurrently = true;
        });
        UseDefaultUrl(builder);
        return builder;
    }

    /// <summary>Takes the data directory, and with it the logs and, for the demo, the secrets that live there. The caller disposes of it last.</summary>
    public static DataDirectory TakeDataDirectory(this WebApplicationBuilder builder)
    {
        var hasFiles = builder.HasDemoShop() || Settings.Read<DatabaseOptions>(builder.Configuration).IsOwnFile;
        var directory = DataDirectory.Take(Settings.Read<CardShopOptions>(builder.Configuration).DataDirectory, alone: hasFiles);
        builder.AddLogs(directory);
        builder.Know(directory, DemoSecrets.Load);
        return directory;
    }

    /// <summary>The same without taking anything or writing anything, beside a bot that runs or before its first start.</summary>
    public static DataDirectory LookAtDataDirectory(this WebApplicationBuilder builder)
    {
        var directory = DataDirectory.LookAt(Settings.Read<CardShopOptions>(builder.Configuration).DataDirectory);
        builder.Logging.ClearProviders();
        builder.Know(directory, DemoSecrets.LookAt);
        return directory;
    }

    /// <summary>Its secrets must be known before the shop's settings can be read as a whole.</summary>
    private static bool HasDemoShop(this WebApplicationBuilder builder) =>
        string.IsNullOrWhiteSpace(builder.Configuration[$"{ShopOptions.Section}:{nameof(ShopOptions.BaseUrl)}"]);

    private static void Know(this WebApplicationBuilder builder, DataDirectory directory, Func<DataDirectory, IReadOnlyDictionary<string, string?>> secrets)
    {
        if (builder.HasDemoShop())
        {
            // First in line, so that everything configured overrides them.
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = secrets(directory) });
        }

        builder.Services.AddSingleton(directory);
        builder.Services.AddSettings<CardShopOptions>(builder.Configuration);
    }

    /// <summary>Not in appsettings.json: there it would override ASPNETCORE_URLS.</summary>
    private static void UseDefaultUrl(WebApplicationBuilder builder)
    {
        string[] settings = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (settings.All(setting => string.IsNullOrEmpty(builder.Configuration[setting])) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        foreach (var url in builder.Configuration[WebHostDefaults.ServerUrlsKey]?.Split(';', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            CheckUrl(url.Trim());
        }
    }

    private static void CheckUrl(string url)
    {
        try
        {
            BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new SettingException(WebHostDefaults.ServerUrlsKey, $"'{url}' is not an address to listen on; give one such as {DefaultUrl}");
        }
    }
}
