using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <inheritdoc cref="ITurnRunner" />
internal sealed class TurnRunner(
    ConversationOpener opener, TurnExecutor turns, OutboxDispatcher outbox, CarriedRows carried, TimeProvider time, WallClock wall, IHostApplicationLifetime lifetime) : ITurnRunner
{
    public Task OpenAsync(ConversationOpening opening, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return opener.OpenAsync(opening, cancellationToken);
    }

    public Task<TurnOutcome> RunAsync(InboundTurn inbound, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        return turns.RunAsync(InboundIds.OfChannel(inbound.InboundId), inbound, companion: null, cancellationToken);
    }

    public void Carried(IReadOnlyList<long> outgoing) => carried.Add(outgoing);

    public async Task SettleAsync(string conversationId, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var patient = new CancellationTokenSource(patience, wall.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patient.Token, cancellationToken);
        var lane = new Lane(conversationId, OutboxKind.ShopCommand);
        try
        {
            // Only the waiting ends with the patience: a command under way is never cut off.
            while (await outbox.DrainAsync(lane, lifetime.ApplicationStopping).WaitAsync(either.Token) is { } next)
            {
                var pause = next - time.GetUtcNow();
                await Task.Delay(pause > TimeSpan.Zero ? pause : TimeSpan.Zero, wall.Time, either.Token);
            }
        }
        catch (OperationCanceledException) when (patient.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
        }
    }
}
