using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.SecondOpinions;
using CardShop.Bot.Telemetry;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Runs a conversation's turns, one at a time: seen before? load, decide, save at once, wake whoever waits.</summary>
internal sealed partial class TurnExecutor(
    ITurnTransactions transactions,
    IStoreDialect dialect,
    ISecondOpinion second,
    KnownConversations known,
    RowKinds kinds,
    TurnLoader loader,
    TurnDecider decider,
    TurnRecorder recorder,
    TypingSign typing,
    TranscriptSignals signals,
    OutboxSignal outbox,
    EvidenceSignal evidence,
    TurnTelemetry telemetry,
    TimeProvider time,
    WallClock wall,
    CommandSwitch commandSwitch,
    DeskSignals desk,
    ILogger<TurnExecutor> logger)
{
    /// <summary>Conflicts pass: turns are kept apart, so that only resets, fresh keys and a store that is busy get in between.</summary>
    private const int MaxAttempts = 5;

    private static readonly TimeSpan ConflictPause = TimeSpan.FromMilliseconds(20);

    private readonly KeyedLock _conversations = new();

    /// <summary>Runs one turn. Nothing of it is saved when it throws.</summary>
    /// <param name="inboundId">By which the repetition is recognised (<see cref="InboundIds"/>).</param>
    /// <param name="inbound">What was handed in.</param>
    /// <param name="companion">What else belongs into the transaction; also done when the turn was seen before.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<TurnOutcome> RunAsync(string inboundId, InboundTurn inbound, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        using var watched = telemetry.Begin(inbound);
        using var _ = await _conversations.EnterAsync(inbound.ConversationId, cancellationToken);
        inbound = await second.WithOpinionAsync(inboundId, inbound, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return watched.End(await TryAsync(inboundId, inbound, companion, cancellationToken));
            }
            catch (Exception conflict) when (attempt < MaxAttempts && dialect.IsPassing(conflict))
            {
                var kind = conflict.GetType().Name;
                watched.Retry(kind);
                LogConflict(inbound.ConversationId, attempt, kind);
                await Task.Delay(ConflictPause * attempt, wall.Time, cancellationToken);
            }
        }
    }

    private async Task<TurnOutcome> TryAsync(string inboundId, InboundTurn inbound, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        await using var store = await transactions.BeginAsync(inbound.ConversationId, inboundId, cancellationToken);
        var rows = new TurnRows(kinds);
        if (store.Head.Seen is { } seen)
        {
            return await RepeatAsync(store, rows, inbound.ConversationId, seen, companion, cancellationToken);
        }

        var conversation = await LoadAsync(store, rows, inbound, cancellationToken);
        var turn = new RunningTurn(
            conversation, inboundId, inbound.InboundId, inbound.Incoming, inbound.Echo, time.GetUtcNow(), commandSwitch.Of(store.Head.Switch))
        {
            Rows = rows,
            Store = store,
            IsCarried = inbound.IsCarried,
        };
        var decided = await decider.DecideAsync(ToTurn(turn), inbound.ConversationId, () => typing.Give(turn.Info), cancellationToken);
        var entries = await recorder.RecordAsync(turn, decided, cancellationToken);
        await store.SaveAsync(rows, companion, cancellationToken);
        if (companion is null)
        {
            // A companion may have changed what is known here.
            known.Put(conversation);
        }

        telemetry.Saved(decided);
        if (entries.Count > 0)
        {
            signals.Tell(inbound.ConversationId, TranscriptNews.Entries);
        }

        if (decided.About?.DeskSince is not null)
        {
            desk.Tell(inbound.ConversationId);
        }

        if (decided.DiscardedEvidence.Count > 0)
        {
            evidence.Wake();
        }

        var outgoing = rows.Outbox.ToList();
        WakeOutbox(outgoing, turn.Now);
        return new TurnOutcome(Repeated: false, entries)
        {
            AwaitsShop = decided.About?.Pending is not null || outgoing.Exists(row => row.Kind is OutboxKind.ShopCommand),
            Outgoing = [.. outgoing.Where(row => row.Kind is OutboxKind.ChannelEntry or OutboxKind.Handoff).Select(row => row.Id)],
            Handoff = outgoing.Find(row => row.Kind is OutboxKind.Handoff)?.Payload,
        };
    }

    /// <summary>What the first one came to. What belongs to it is done all the same.</summary>
    private static async Task<TurnOutcome> RepeatAsync(
        ITurnTransaction store, TurnRows nothing, string conversationId, SeenBefore seen, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        var context = await store.ContextAsync(cancellationToken);
        var entries = await context.Transcript.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.Sequence >= seen.FirstSequence && row.Sequence <= seen.LastSequence)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        if (companion is not null)
        {
            await store.SaveAsync(nothing, companion, cancellationToken);
        }

        return new TurnOutcome(Repeated: true, entries.ConvertAll(Transcript.ToEntry));
    }

    /// <summary>Takes the conversation up as it is known here, or as it is stored; opens it, where whoever hands in asks for it.</summary>
    private async Task<LoadedConversation> LoadAsync(ITurnTransaction store, TurnRows rows, InboundTurn inbound, CancellationToken cancellationToken)
    {
        var loaded = known.Take(inbound.ConversationId, store.Head.Stand);
        if (loaded is null && store.Head.Stand is not null)
        {
            loaded = await loader.LoadAsync(await store.ContextAsync(cancellationToken), inbound.ConversationId, cancellationToken);
        }

        if (loaded is null)
        {
            return Open(rows, inbound.Opening ?? throw new ConversationNotFoundException(inbound.ConversationId));
        }

        rows.Know(loaded.Row);
        loaded.Cases.ForEach(rows.Know);
        loaded.Deadlines.ForEach(rows.Know);
        if (inbound.Opening?.Reference is { } reference && reference != loaded.Row.Reference)
        {
            loaded.Row.Refer(reference);
        }

        return loaded;
    }

    private LoadedConversation Open(TurnRows rows, ConversationOpening opening)
    {
        var row = ConversationRow.Open(opening.ConversationId, opening.Channel, opening.CustomerId, opening.Reference, time.GetUtcNow());
        rows.Add(row);
        return new LoadedConversation(row, [], []) { State = ConversationState.New };
    }

    /// <summary>Only the lanes in which this turn has put something that is due.</summary>
    private void WakeOutbox(List<OutboxRow> rows, DateTimeOffset now)
    {
        foreach (var lane in rows.Where(row => row.State is OutboxState.Pending && row.NextAttemptAt <= now).Select(row => new Lane(row.ConversationId, row.Kind)).Distinct())
        {
            outbox.Wake(lane);
        }
    }

    private static Turn ToTurn(RunningTurn turn) => new()
    {
        State = turn.Loaded.State,
        Incoming = turn.Incoming,
        CustomerId = turn.Conversation.CustomerId,
        Now = turn.Now,
        NewCaseNumber = CaseNumbers.Next(turn.Now),
        Commands = turn.Commands,
        Facts = new Facts(),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn of {ConversationId} met a conflict ({Conflict}), attempt {Attempt}; it is run again")]
    private partial void LogConflict(string conversationId, int attempt, string conflict);
}
