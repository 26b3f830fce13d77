using System.Text.Json;
using CardShop.Bot.Shop;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Outbox;

/// <summary>
/// Brings commands to the shop and what became of them back into the conversation. Result and row are one transaction. Money is never given up: a command
/// that stays unknown is looked up until it is known, and the late truth still arrives.
/// </summary>
internal sealed partial class CommandSender(
    CommandDelivery delivery,
    TurnExecutor turns,
    OutboxStore store,
    OutboxTelemetry telemetry,
    Backoff backoff,
    TimeProvider time,
    IOptions<OutboxOptions> options,
    ILogger<CommandSender> logger) : IOutboxSender
{
    /// <summary>A hold whose answer can't be told is given up after so many turns that failed; it must not stand in a cancellation's way.</summary>
    private const int MaxBestEffortFailures = 3;

    public OutboxKind Kind => OutboxKind.ShopCommand;

    public async Task SendAsync(OutboxRow row, CancellationToken stopping)
    {
        var command = JsonSerializer.Deserialize<ShopCommand>(row.Payload, DialogsJson.House)!;

        // Not the stopping token: what has been sent may have its effect, so that its answer is waited for, within the call's own limit.
        var attempt = await delivery.TryAsync(command, again: row.Attempts > 0, CancellationToken.None);
        if (attempt is NotKnown && stopping.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await MoveOnAsync(row, command, attempt);
        }
        catch (Exception failure)
        {
            LogTurnFailed(failure, command.Key, row.ConversationId);
            await store.MoveAsync(row, stored => AfterFailedTurn(stored, command, failure), CancellationToken.None);
        }
    }

    private Task MoveOnAsync(OutboxRow row, ShopCommand command, CommandAttempt attempt) => attempt switch
    {
        Known known => TellAsync(row, command, known.Result, stored => stored.Finish()),
        NotKnown when command.IsBestEffort => TellAsync(row, command, new CommandRefused("unreachable", null), stored => stored.Finish()),
        NotKnown notKnown => StayUnknownAsync(row, command, notKnown),
        _ => throw new ArgumentOutOfRangeException(nameof(attempt), attempt.GetType().Name, "An attempt that came to nothing known."),
    };

    private Task StayUnknownAsync(OutboxRow row, ShopCommand command, NotKnown attempt)
    {
        var now = time.GetUtcNow();
        var pause = backoff.After(row.Attempts);
        var next = now + (attempt.RetryAfter > pause ? attempt.RetryAfter.Value : pause);
        LogUnknown(command.Key, row.ConversationId, row.Attempts + 1, attempt.Reason);
        return row.Certainty switch
        {
            Certainty.Untold => TellAsync(row, command, new CommandUnknown(), stored => StayUnknown(stored, Certainty.Unknown)),
            Certainty.Unknown when now - row.UnknownSince >= options.Value.AbandonAfter =>
                TellAsync(row, command, new CommandAbandoned(), stored => StayUnknown(stored, Certainty.Abandoned)),
            _ => store.MoveAsync(row, stored => stored.Postpone(next, attempt.Reason), CancellationToken.None),
        };

        void StayUnknown(OutboxRow stored, Certainty certainty)
        {
            stored.Told(certainty, now);
            stored.Postpone(next, attempt.Reason);
        }
    }

    private async Task TellAsync(OutboxRow row, ShopCommand command, CommandResult result, Action<OutboxRow> move)
    {
        var resultName = InboundIds.NameOf(result);
        var inboundId = InboundIds.OfCommand(command, resultName);
        var inbound = new InboundTurn(row.ConversationId, inboundId, new CommandAnswered(command, result), Echo: null);
        await turns.RunAsync(
            inboundId,
            inbound,
            (context, token) => new ValueTask(OutboxStore.MoveAsync(context, row, move, token)),
            CancellationToken.None);
        telemetry.Told(command, resultName);
        LogTold(command.Key, row.ConversationId, resultName);
    }

    private void AfterFailedTurn(OutboxRow stored, ShopCommand command, Exception failure)
    {
        if (failure is ConversationNotFoundException || (command.IsBestEffort && stored.Attempts + 1 >= MaxBestEffortFailures))
        {
            stored.Poison(failure.GetType().Name);
        }
        else
        {
            stored.Postpone(time.GetUtcNow() + backoff.After(stored.Attempts), failure.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Command {Key} of {ConversationId}: {Result}")]
    private partial void LogTold(string key, string conversationId, string result);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Command {Key} of {ConversationId} stays unknown after attempt {Attempt}: {Reason}")]
    private partial void LogUnknown(string key, string conversationId, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of command {Key} could not be told to {ConversationId}; it is tried again")]
    private partial void LogTurnFailed(Exception failure, string key, string conversationId);
}
