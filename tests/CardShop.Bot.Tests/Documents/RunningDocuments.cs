using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence;
using CardShop.Persistence.Evidence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CardShop.Bot.Tests.Documents;

/// <summary>The documents on a real server on a free port, with a real store behind them.</summary>
internal sealed class RunningDocuments : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningDocuments(TurnHarness bot, WebApplication app, ManualClock wall, ErasingBook book)
    {
        (Bot, _app, Wall, Book) = (bot, app, wall, book);
        Address = new Uri(app.Urls.Single());
    }

    public TurnHarness Bot { get; }

    public Uri Address { get; }

    /// <summary>The clock that links live by.</summary>
    public ManualClock Wall { get; }

    public ErasingBook Book { get; }

    public static Task<RunningDocuments> StartAsync(params (string Name, string Value)[] settings) => StartAsync(StoreKind.Sqlite, settings);

    public static async Task<RunningDocuments> StartAsync(StoreKind store, params (string Name, string Value)[] settings)
    {
        var (bot, wall) = (await TurnHarness.StartAsync(store: store), new ManualClock());
        var book = new ErasingBook(bot.Get<IEvidenceBook>());
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(new WallClock(wall))
            .AddSingleton<TimeProvider>(bot.Clock)
            .AddSingleton(bot.Get<IDbContextFactory<BotDbContext>>())
            .AddSingleton(bot.Get<IStoreDialect>())
            .AddSingleton(bot.Get<ITranscript>())
            .AddSingleton(bot.Get<EvidenceVault>())
            .AddSingleton<IEvidenceBook>(book)
            .AddSingleton<EvidenceTickets>()
            .AddSettings<EvidenceOptions>(builder.Configuration)
            .AddDocuments(builder.Configuration);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var app = builder.Build();
        app.MapDocuments();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDocuments(bot, app, wall, book);
    }

    /// <summary>A browser of somebody's own.</summary>
    public Browser Opens(bool keepsCookies = true) => new(Address, keepsCookies);

    /// <summary>Takes what is behind a link, in a browser of its own.</summary>
    public async Task<HttpResponseMessage> TakeAsync(Uri link)
    {
        using var browser = Opens();
        return await browser.TakeAsync(link);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Uri Link(CaseDocument kind, string number = Orders.CaseNumber, string conversationId = TurnHarness.ConversationId) =>
        Get<IDocumentLinks>().For(conversationId, number, kind);

    /// <summary>The customer says something, and the conversation has the case from then on.</summary>
    public async Task SayAsync(string text, CaseFile? file, Language language = Language.Chinese)
    {
        Bot.Engine.Script = _ => ScriptedEngine.Says("收到，工单已记下。") with { State = ConversationState.New with { Language = language, Case = file } };
        await Bot.SayAsync(text, $"a-{Guid.NewGuid():n}");
    }

    /// <summary>A piece of evidence that was kept.</summary>
    public async Task KeepAsync(string id, byte[] content)
    {
        await Bot.Get<EvidenceVault>().PutAsync(EvidenceNames.Of(id), content, TestContext.Current.CancellationToken);
        await Bot.QueryAsync(async context =>
        {
            var row = new EvidenceRow
            {
                Id = id,
                ConversationId = TurnHarness.ConversationId,
                Media = Dialogs.Evidence.EvidenceMedia.Image,
                Purpose = Dialogs.Evidence.EvidencePurpose.Proof,
                ContentType = "image/jpeg",
                Sha256 = id,
                LooksSha256 = id,
                Size = content.Length,
                HasThumbnail = false,
                ReceivedAt = Bot.Clock.GetUtcNow(),
            };
            row.Keep(Orders.CaseNumber, Bot.Clock.GetUtcNow());
            context.Evidence.Add(row);
            return await context.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>The house's book, in which a test can erase the case just when a piece is being read.</summary>
    internal sealed class ErasingBook(IEvidenceBook book) : IEvidenceBook
    {
        public Func<Task> OnFind { get; set; } = () => Task.CompletedTask;

        public Task<(string? CaseNumber, int Pieces)> CountAsync(string conversationId, CancellationToken cancellationToken) => book.CountAsync(conversationId, cancellationToken);

        public Task<IReadOnlyList<EvidenceRow>> FindTwinsAsync(string sha256, string looksSha256, CancellationToken cancellationToken) =>
            book.FindTwinsAsync(sha256, looksSha256, cancellationToken);

        public Task AddAsync(EvidenceRow row, CancellationToken cancellationToken) => book.AddAsync(row, cancellationToken);

        public async Task<EvidenceRow?> FindKeptAsync(string id, CancellationToken cancellationToken)
        {
            await OnFind();
            return await book.FindKeptAsync(id, cancellationToken);
        }

        public Task DropUnkeptAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => book.DropUnkeptAsync(ids, cancellationToken);
    }
}
