using CardShop.Bot.Channels;
using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.SecondOpinions;
using CardShop.Bot.Shop;
using CardShop.Bot.Shop.Events;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.ShopContract;
using CardShop.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>The turns and the outbox on a real database, with an engine, a shop and a clock that the test leads. Background workers do not run.</summary>
internal sealed class TurnHarness : IAsyncDisposable
{
    public const string ConversationId = "test:1";
    public const string ShopKeyId = "key";
    public const string ShopSecret = "a secret for tests";

    private readonly string _path;
    private readonly PostgreSqlStore? _database;
    private DataDirectory _directory;
    private IHost _host = null!;

    private TurnHarness(DataDirectory directory, PostgreSqlStore? database)
    {
        _path = directory.Path;
        _directory = directory;
        _database = database;
    }

    public ManualClock Clock { get; private init; } = new();

    public ScriptedEngine Engine { get; private init; } = new();

    public ScriptedShop Shop { get; private init; } = new();

    public ScriptedEvents Events { get; private init; } = new();

    public RecordingSender Sender { get; private init; } = new();

    /// <summary>Keeps the bytes of evidence in place of the folder; set before the next restart.</summary>
    public IEvidenceStore? EvidenceStore { get; set; }

    /// <summary>The store is another harness's, which removes it.</summary>
    private bool IsGuest { get; init; }

    private int? MaxPoolSize { get; init; }

    public IReadOnlyList<(string Setting, string Value)> Settings { get; set; } = [];

    public ITurnRunner Runner => Get<ITurnRunner>();

    public ITranscript Transcript => Get<ITranscript>();

    /// <summary>A fresh store with one open conversation.</summary>
    public static async Task<TurnHarness> StartAsync(
        CommandMode commands = CommandMode.Live,
        string channel = "test",
        string? customerId = "c-1",
        Func<DataDirectory, Task>? before = null,
        StoreKind store = StoreKind.Sqlite,
        int? maxPoolSize = null)
    {
        var directory = DataDirectory.Take(Directory.CreateTempSubdirectory("cardshop-").FullName);
        await (before?.Invoke(directory) ?? Task.CompletedTask);
        var database = store == StoreKind.PostgreSql ? await PostgreSqlStores.CreateAsync() : null;
        var harness = new TurnHarness(directory, database) { MaxPoolSize = maxPoolSize };
        harness._host = await harness.BuildAsync(commands);
        await harness.Runner.OpenAsync(new ConversationOpening(ConversationId, channel, customerId, null), CancellationToken.None);
        return harness;
    }

    /// <summary>A second process on the same store: all its own, but the clock, the shop and the channel.</summary>
    public async Task<TurnHarness> StartAnotherAsync(params (string Setting, string Value)[] settings)
    {
        var directory = DataDirectory.Take(Directory.CreateTempSubdirectory("cardshop-").FullName);
        var another = new TurnHarness(directory, _database) { IsGuest = true, MaxPoolSize = MaxPoolSize, Settings = settings, Clock = Clock, Shop = Shop, Events = Events, Sender = Sender };
        another._host = await another.BuildAsync(CommandMode.Live);
        return another;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>The process dies and comes back: nothing but the file is left.</summary>
    public async Task RestartAsync(CommandMode commands = CommandMode.Live)
    {
        await StopAsync();
        _directory = DataDirectory.Take(_path);
        _host = await BuildAsync(commands);
    }

    /// <summary>Runs what works in the background: the outbox worker, and what listens to other processes.</summary>
    public Task StartWorkersAsync() => _host.StartAsync();

    public Task<TurnOutcome> SayAsync(string text, string inboundId, string conversationId = ConversationId) =>
        Runner.RunAsync(new InboundTurn(conversationId, inboundId, new CustomerSaid(text), $"{{\"text\":\"{text}\"}}"), CancellationToken.None);

    /// <summary>Sends what is due, as the worker would.</summary>
    public async Task DrainAsync()
    {
        while (await Get<OutboxStore>().DueLanesAsync(Clock.GetUtcNow(), CancellationToken.None) is { Count: > 0 } lanes)
        {
            foreach (var lane in lanes)
            {
                await Get<OutboxDispatcher>().DrainAsync(lane, CancellationToken.None);
            }
        }
    }

    public async Task<T> QueryAsync<T>(Func<BotDbContext, Task<T>> query)
    {
        await using var context = await Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await query(context);
    }

    /// <summary>The bot's words so far.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync()
    {
        var entries = await Transcript.ReadAsync(ConversationId, 0, 1000, CancellationToken.None);
        return [.. entries.Where(entry => entry.Message is not null).Select(entry => entry.Message!.Text)];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_path, recursive: true);
        if (_database is not null && !IsGuest)
        {
            await _database.DisposeAsync();
        }
    }

    private async Task<IHost> BuildAsync(CommandMode commands)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(Settings.Select(setting => KeyValuePair.Create(setting.Setting, (string?)setting.Value)));
        if (_database is not null)
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = "postgresql",
                ["Database:ConnectionString"] = _database.ConnectionString + (MaxPoolSize is { } size ? $";Maximum Pool Size={size}" : ""),
            });
        }

        builder.Services
            .AddSingleton(_directory)
            .AddSingleton<TimeProvider>(Clock)
            .AddClocks()
            .AddKeys(_directory)
            .AddEvidence(builder.Configuration)
            .AddPersistence(builder.Configuration)
            .AddSecondOpinions(builder.Configuration)
            .AddTurns()
            .AddDesk(builder.Configuration)
            .AddOutbox(builder.Configuration)
            .AddSingleton<DeadlineSweeper>()
            .AddSingleton<IEngine>(Engine)
            .AddSingleton<IShopReader>(Shop)
            .AddSingleton<IShopCommands>(Shop)
            .AddSingleton<IShopCases>(Shop)
            .AddSingleton<IShopNotices>(Shop)
            .AddSingleton<IChannelSender>(Sender)
            .AddSingleton(services => new SignatureGate(services.GetRequiredService<WallClock>().Time))
            .AddSingleton<ShopEventDesk>()
            .AddSingleton<ShopEventEndpoint>()
            .AddSingleton<ShopEventPoller>()
            .AddSingleton<IShopEventSource>(Events)
            .Configure<ShopOptions>(options => (options.Commands, options.KeyId, options.Secret) = (commands, ShopKeyId, ShopSecret));
        builder.Services.AddLogging();
        if (EvidenceStore is { } evidence)
        {
            builder.Services.AddSingleton(evidence);
        }

        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return host;
    }

    private async Task StopAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        _directory.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
