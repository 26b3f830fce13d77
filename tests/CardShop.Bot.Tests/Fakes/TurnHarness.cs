using CardShop.Bot.Channels;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.Shop;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>The turns and the outbox on a real SQLite file, with an engine, a shop and a clock that the test leads. Background workers do not run.</summary>
internal sealed class TurnHarness : IAsyncDisposable
{
    public const string ConversationId = "test:1";

    private readonly string _path;
    private DataDirectory _directory;
    private IHost _host;

    private TurnHarness(DataDirectory directory, IHost host)
    {
        _path = directory.Path;
        _directory = directory;
        _host = host;
    }

    public ManualClock Clock { get; private init; } = null!;

    public ScriptedEngine Engine { get; private init; } = null!;

    public ScriptedShop Shop { get; private init; } = null!;

    public RecordingSender Sender { get; private init; } = null!;

    public ITurnRunner Runner => Get<ITurnRunner>();

    public ITranscript Transcript => Get<ITranscript>();

    /// <summary>A fresh store with one open conversation.</summary>
    public static async Task<TurnHarness> StartAsync(
        CommandMode commands = CommandMode.Live, string channel = "test", string? customerId = "c-1", Func<DataDirectory, Task>? before = null)
    {
        var directory = DataDirectory.Take(Directory.CreateTempSubdirectory("cardshop-").FullName);
        await (before?.Invoke(directory) ?? Task.CompletedTask);
        ManualClock clock = new();
        ScriptedEngine engine = new();
        ScriptedShop shop = new();
        RecordingSender sender = new();
        var host = await BuildAsync(directory, clock, engine, shop, sender, commands);
        var harness = new TurnHarness(directory, host) { Clock = clock, Engine = engine, Shop = shop, Sender = sender };
        await harness.Runner.OpenAsync(new ConversationOpening(ConversationId, channel, customerId, null), CancellationToken.None);
        return harness;
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>The process dies and comes back: nothing but the file is left.</summary>
    public async Task RestartAsync(CommandMode commands = CommandMode.Live)
    {
        await StopAsync();
        _directory = DataDirectory.Take(_path);
        _host = await BuildAsync(_directory, Clock, Engine, Shop, Sender, commands);
    }

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
    }

    private static async Task<IHost> BuildAsync(
        DataDirectory directory, ManualClock clock, ScriptedEngine engine, ScriptedShop shop, RecordingSender sender, CommandMode commands)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddSingleton(directory)
            .AddSingleton<TimeProvider>(clock)
            .AddClocks()
            .AddPersistence()
            .AddTurns()
            .AddOutbox(builder.Configuration)
            .AddSingleton<DeadlineSweeper>()
            .AddSingleton<IEngine>(engine)
            .AddSingleton<IShopReader>(shop)
            .AddSingleton<IShopCommands>(shop)
            .AddSingleton<IShopCases>(shop)
            .AddSingleton<IChannelSender>(sender)
            .Configure<ShopOptions>(options => options.Commands = commands);
        builder.Services.AddLogging();
        var host = builder.Build();
        await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        return host;
    }

    private async Task StopAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        _directory.Dispose();
        SqliteConnection.ClearAllPools();
    }
}
