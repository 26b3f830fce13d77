using CardShop.Bot.Persistence.PostgreSql;
using CardShop.Bot.Tests.Fakes;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Processes;

/// <summary>Two of everything on one PostgreSQL store. Nothing but the store connects them; shop, channel and clock are the world's.</summary>
internal sealed class TwoProcesses : IAsyncDisposable
{
    /// <summary>The search for due rows never comes by itself: what is sent was told of.</summary>
    private const string NoPolling = "1.00:00:00";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TwoProcesses(TurnHarness first, TurnHarness second) => (First, Second) = (first, second);

    public TurnHarness First { get; }

    public TurnHarness Second { get; }

    public static async Task<TwoProcesses> StartAsync(string channel = "test", int? maxPoolSize = null)
    {
        var first = await TurnHarness.StartAsync(channel: channel, store: StoreKind.PostgreSql, maxPoolSize: maxPoolSize);
        return new TwoProcesses(first, await first.StartAnotherAsync(("Outbox:PollInterval", NoPolling)));
    }

    /// <summary>Each in turn.</summary>
    public TurnHarness Of(int index) => index % 2 == 0 ? First : Second;

    /// <summary>Has the first one tell what happens; runs the background workers of the second one, and waits until it listens.</summary>
    public async Task ListenAsync()
    {
        // Once it listens it catches up, which wakes whoever waits: only after that does a wait stand for news.
        var caughtUp = Second.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);
        await First.Get<NewsChannel>().StartAsync(CancellationToken.None);
        await Second.StartWorkersAsync();
        await UntilAsync(async () => await CountListenersAsync() == 1);
        await caughtUp;
    }

    /// <summary>How many connections listen.</summary>
    public Task<int> CountListenersAsync() => First.QueryAsync(context => context.Database
        .SqlQueryRaw<int>(
            """
            SELECT count(*)::int AS "Value" FROM pg_stat_activity
            WHERE datname = current_database() AND application_name LIKE '%listening' AND state = 'idle' AND query LIKE 'LISTEN%'
            """)
        .SingleAsync());

    /// <summary>The server ends the listening connections.</summary>
    public Task<int> CutListenersAsync() => First.QueryAsync(context => context.Database
        .SqlQueryRaw<int>(
            """
            SELECT count(pg_terminate_backend(pid, 10000))::int AS "Value" FROM pg_stat_activity
            WHERE datname = current_database() AND application_name LIKE '%listening'
            """)
        .SingleAsync());

    /// <summary>Waits until it is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await First.DisposeAsync();
    }
}
