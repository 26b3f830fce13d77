using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Desk;
using CardShop.Desk.Services;
using CardShop.Desk.SignIn;
using CardShop.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CardShop.Bot.Tests.Desk;

/// <summary>The desk's pages on a real server on a free port, with the real services and a real store behind them.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningDesk(TurnHarness bot, WebApplication app, ManualClock wall) => (Bot, _app, Wall) = (bot, app, wall);

    public TurnHarness Bot { get; }

    /// <summary>The clock that links and codes live by.</summary>
    public ManualClock Wall { get; }

    public Uri Address => new(_app.Urls.Single());

    public DeskStaff Staff => _app.Services.GetRequiredService<DeskStaff>();

    public DemoAccounts Demo => _app.Services.GetRequiredService<DemoAccounts>();

    public DocumentTickets Papers => _app.Services.GetRequiredService<DocumentTickets>();

    public OneTimeLinks Links => _app.Services.GetRequiredService<OneTimeLinks>();

    public static async Task<RunningDesk> StartAsync(StoreKind store = StoreKind.Sqlite)
    {
        var (bot, wall) = (await DeskHarness.StartAsync(store: store), new ManualClock());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(bot.Get<IDbContextFactory<BotDbContext>>())
            .AddSingleton(bot.Get<IDeskAudit>())
            .AddSingleton(bot.Get<IDeskPresence>())
            .AddSingleton(bot.Get<IDeskBoard>())
            .AddSingleton(bot.Get<IShopSwitch>())
            .AddSingleton<TimeProvider>(bot.Clock)
            .AddSingleton(new WallClock(wall))
            .AddSingleton(bot.Get<IStoreDialect>())
            .AddSingleton(bot.Get<ITranscript>())
            .AddSingleton(bot.Get<EvidenceVault>())
            .AddSingleton(bot.Get<IEvidenceBook>())
            .AddSettings<EvidenceOptions>(builder.Configuration)
            .AddDocuments(builder.Configuration)
            .AddDeskPages(wall);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDesk(hasFiles: true);
        app.MapDeskDocuments();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDesk(bot, app, wall);
    }

    /// <summary>Somebody with a password, invited by an admin.</summary>
    public async Task<(string Id, DeskBrowser Browser)> InviteAsync(string name, DeskRole role, string password)
    {
        var link = await Staff.InviteAsync(DeskHarness.Admin, name, $"{name} shown", role, TestContext.Current.CancellationToken);
        var browser = new DeskBrowser(Address);
        await browser.SubmitAsync(link!, ("Given.Password", password));
        return (await Bot.QueryAsync(context => context.DeskAccounts.Where(row => row.SignInName == name).Select(row => row.Id).SingleAsync()), browser);
    }

    /// <summary>Somebody of the demo, signed in.</summary>
    public async Task<(string Id, DeskBrowser Browser)> EnterAsync(DeskRole role)
    {
        var browser = new DeskBrowser(Address);
        await browser.GetAsync(await Demo.MakeAsync(role, TestContext.Current.CancellationToken));
        return (await Bot.QueryAsync(context => context.DeskAccounts.OrderByDescending(row => row.DisplayName).Select(row => row.Id).FirstAsync()), browser);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Bot.DisposeAsync();
    }
}
