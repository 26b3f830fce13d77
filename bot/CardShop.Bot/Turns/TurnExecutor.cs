using System.Text.Json;
using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.SecondOpinions;
using CardShop.Bot.Telemetry;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Desk;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Changes other rows in the very transaction of a turn: the result of a command and the row that asked for it are one.</summary>
internal delegate ValueTask TurnCompanion(BotDbContext context, CancellationToken cancellationToken);

/// <summary>Runs a conversation's turns, one at a time: seen before? load, decide, save at once, wake whoever waits.</summary>
internal sealed partial class TurnExecutor(
    IDbContextFactory<BotDbContext> contexts,
    ITurnTransactions transactions,
    IStoreDialect dialect,
    ISecondOpinion second,
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
            catch (Exception conflict) when (attempt < MaxAttempts && IsPassing(conflict))
            {
                var kind = conflict.GetType().Name;
                watched.Retry(kind);
                LogConflict(inbound.ConversationId, attempt, kind);
                await Task.Delay(ConflictPause * attempt, wall.Time, cancellationToken);
            }
        }
    }

    /// <summary>A fresh case number that is taken is a conflict as well: the next one is not.</summary>
    private bool IsPassing(Exception failure) => failure is CaseNumberTakenException || dialect.IsPassing(failure);

    private async Task<TurnOutcome> TryAsync(string inboundId, InboundTurn inbound, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await transactions.BeginAsync(context, inbound.ConversationId, cancellationToken);
        var loaded = await LoadAsync(context, inboundId, inbound, cancellationToken);
        if (loaded.Seen is { } seen)
        {
            await SaveAsync(context, transaction, companion, cancellationToken);
            return new TurnOutcome(Repeated: true, await EntriesAsync(context, seen, cancellationToken));
        }

        var turn = new RunningTurn(
            loaded.Conversation, inboundId, inbound.InboundId, inbound.Incoming, inbound.Echo, time.GetUtcNow(), commandSwitch.Of(loaded.Switch))
        {
            Deadlines = loaded.Deadlines,
            IsCarried = inbound.IsCarried,
        };
        var decided = await decider.DecideAsync(ToTurn(turn), inbound.ConversationId, () => typing.Give(turn.Info), cancellationToken);
        var entries = await recorder.RecordAsync(context, turn, decided, cancellationToken);
        await SaveAsync(context, transaction, companion, cancellationToken);

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

        var outgoing = context.Outbox.Local.ToList();
        WakeOutbox(outgoing, turn.Now);
        return new TurnOutcome(Repeated: false, entries)
        {
            AwaitsShop = decided.About?.Pending is not null || outgoing.Exists(row => row.Kind is OutboxKind.ShopCommand),
            Outgoing = [.. outgoing.Where(row => row.Kind is OutboxKind.ChannelEntry or OutboxKind.Handoff).Select(row => row.Id)],
            Handoff = outgoing.Find(row => row.Kind is OutboxKind.Handoff)?.Payload,
        };
    }

    /// <summary>Opens the conversation, where whoever hands in asks for it.</summary>
    private async Task<LoadedTurn> LoadAsync(BotDbContext context, string inboundId, InboundTurn inbound, CancellationToken cancellationToken)
    {
        var loaded = await loader.LoadAsync(context, inbound.ConversationId, inboundId, cancellationToken);
        if (inbound.Opening is { } opening)
        {
            loaded ??= new LoadedTurn(Open(context, opening), Seen: null, Deadlines: [], await SwitchAsync(context, cancellationToken));
            if (opening.Reference is { } reference && reference != loaded.Conversation.Reference)
            {
                loaded.Conversation.Refer(reference);
            }
        }

        return loaded ?? throw new ConversationNotFoundException(inbound.ConversationId);
    }

    private static Task<string?> SwitchAsync(BotDbContext context, CancellationToken cancellationToken) =>
        context.DeskSettings.Where(row => row.Name == DeskSettingRow.ShopCommands).Select(row => (string?)row.Value).SingleOrDefaultAsync(cancellationToken);

    private ConversationRow Open(BotDbContext context, ConversationOpening opening)
    {
        var conversation = ConversationRow.Open(opening.ConversationId, opening.Channel, opening.CustomerId, opening.Reference, time.GetUtcNow());
        context.Conversations.Add(conversation);
        return conversation;
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
        State = turn.Conversation.State is { } state
            ? JsonSerializer.Deserialize<ConversationState>(state, DialogsJson.House)!
            : ConversationState.New,
        Incoming = turn.Incoming,
        CustomerId = turn.Conversation.CustomerId,
        Now = turn.Now,
        NewCaseNumber = CaseNumbers.Next(turn.Now),
        Commands = turn.Commands,
        Facts = new Facts(),
    };

    private static async Task SaveAsync(BotDbContext context, ITurnTransaction transaction, TurnCompanion? companion, CancellationToken cancellationToken)
    {
        using var _ = await transaction.WaitToWriteAsync(cancellationToken);
        if (companion is not null)
        {
            await companion(context, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<TranscriptEntry>> EntriesAsync(BotDbContext context, InboundRow seen, CancellationToken cancellationToken)
    {
        var rows = await context.Transcript.AsNoTracking()
            .Where(row => row.ConversationId == seen.ConversationId && row.Sequence >= seen.FirstSequence && row.Sequence <= seen.LastSequence)
            .OrderBy(row => row.Sequence)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(Transcript.ToEntry);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn of {ConversationId} met a conflict ({Conflict}), attempt {Attempt}; it is run again")]
    private partial void LogConflict(string conversationId, int attempt, string conflict);
}
