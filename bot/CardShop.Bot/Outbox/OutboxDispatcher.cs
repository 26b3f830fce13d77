using CardShop.Bot.Persistence;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Outbox;

/// <summary>Sends what is due in a lane, in order: the worker, the clock of the controls and an impatient channel all come through here.</summary>
internal sealed class OutboxDispatcher(OutboxStore store, IClaims claims, IEnumerable<IOutboxSender> senders, OutboxTelemetry telemetry, TimeProvider time)
{
    /// <summary>When to look again at a lane that another process is sending.</summary>
    private static readonly TimeSpan ElsewherePause = TimeSpan.FromMilliseconds(100);

    private readonly KeyedLock _lanes = new();
    private readonly Dictionary<OutboxKind, IOutboxSender> _senders = senders.ToDictionary(sender => sender.Kind);

    /// <summary>Sends until the lane is empty, or its first row has to wait. A lane that another process is sending is left to it.</summary>
    /// <returns>When to look again; null when the lane is empty.</returns>
    public async Task<DateTimeOffset?> DrainAsync(Lane lane, CancellationToken stopping)
    {
        using var _ = await _lanes.EnterAsync($"{lane.Kind}/{lane.ConversationId}", stopping);
        await using var claim = await claims.TryTakeAsync($"outbox/{lane.Kind}/{lane.ConversationId}", stopping);
        if (claim is null)
        {
            return time.GetUtcNow() + ElsewherePause;
        }

        foreach (var abandoned in await store.AbandonedAsync(lane, time.GetUtcNow(), stopping))
        {
            await SendAsync(abandoned, stopping);
        }

        while (await store.HeadAsync(lane, stopping) is { } head)
        {
            if (head.NextAttemptAt > time.GetUtcNow())
            {
                return head.NextAttemptAt;
            }

            stopping.ThrowIfCancellationRequested();
            await claim.ConfirmAsync(stopping);
            await SendAsync(head, stopping);
        }

        return null;
    }

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>In how many lanes there was something.</returns>
    public async Task<int> DrainDueAsync(CancellationToken cancellationToken)
    {
        var lanes = await store.DueLanesAsync(time.GetUtcNow(), cancellationToken);
        await Task.WhenAll(lanes.Select(lane => DrainAsync(lane, cancellationToken)));
        return lanes.Count;
    }

    /// <summary>Waits until what is being sent at this moment is sent.</summary>
    public Task QuiesceAsync(CancellationToken cancellationToken) => _lanes.PassThroughAllAsync(cancellationToken);

    private Task SendAsync(OutboxRow row, CancellationToken stopping) => telemetry.SendAsync(row, () => _senders[row.Kind].SendAsync(row, stopping));
}
