using System.Threading.Channels;
using CardShop.Bot.Hosting;
using CardShop.Persistence;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Outbox;

/// <summary>
/// Finishes rows whose words have gone with the answer to a request: many at once, since nobody waits for it. A process that dies in between sends them
/// again; nothing is lost.
/// </summary>
internal sealed partial class CarriedRows(IDbContextFactory<BotDbContext> contexts, WallClock wall, ILogger<CarriedRows> logger) : BackgroundService
{
    /// <summary>Far below the time for which such rows are kept back (<see cref="KeptBack"/>).</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private const int BatchSize = 500;

    private readonly Channel<long> _rows = Channel.CreateUnbounded<long>();

    /// <summary>For how long rows wait for the answer that carries them: longer than an answer takes.</summary>
    public static TimeSpan KeptBack { get; } = TimeSpan.FromSeconds(10);

    /// <summary>These have been carried.</summary>
    public void Add(IReadOnlyList<long> rows)
    {
        foreach (var row in rows)
        {
            _rows.Writer.TryWrite(row);
        }
    }

    /// <summary>Finishes what has been carried so far.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        while (Take() is { Count: > 0 } rows)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            await context.Outbox.Where(row => rows.Contains(row.Id) && row.State == OutboxState.Pending)
                .ExecuteUpdateAsync(row => row.SetProperty(carried => carried.State, OutboxState.Done), cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, wall.Time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryFlushAsync();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TryFlushAsync();
        }
    }

    private List<long> Take()
    {
        var rows = new List<long>();
        while (rows.Count < BatchSize && _rows.Reader.TryRead(out var row))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Rows that were carried could not be finished; their words may be sent once more")]
    private partial void LogFailed(Exception failure);
}
