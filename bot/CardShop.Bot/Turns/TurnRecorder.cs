using System.Globalization;
using System.Text.Json;
using CardShop.Bot.Channels;
using CardShop.Bot.Desk;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Evidence;
using CardShop.Bot.Outbox;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <summary>Writes down what a turn came to: into the context only, so that the caller saves all of it, or nothing.</summary>
internal sealed class TurnRecorder(NoticeBook notices, DeskBook desk, HandoffBook handoffs, IEnumerable<IChannelSender> senders)
{
    /// <summary>Records the turn, and answers what it adds to the transcript.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> RecordAsync(BotDbContext context, RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        var entries = AddTranscript(context, turn, decided.Messages);
        context.Inbound.Add(new InboundRow
        {
            ConversationId = turn.Conversation.Id,
            InboundId = turn.InboundId,
            FirstSequence = turn.Conversation.LastSequence + 1,
            LastSequence = turn.Conversation.LastSequence + entries.Count,
            At = turn.Now,
        });
        AddAudit(context, turn, decided);
        AddToOutbox(context, turn, decided.Commands, entries);
        await CaseBook.RecordAsync(context, turn, decided, cancellationToken);
        await desk.RecordAsync(context, turn, decided, cancellationToken);
        handoffs.Record(context, turn, decided);
        await notices.RecordAsync(context, turn, decided.Messages, cancellationToken);
        await EvidenceRecord.RecordAsync(context, turn, decided, cancellationToken);
        DeadlineBook.Replace(context, turn, decided.Deadlines);
        turn.Conversation.Advance(
            JsonSerializer.Serialize(decided.State, DialogsJson.House),
            turn.Conversation.LastSequence + entries.Count,
            turn.Now);
        return entries;
    }

    /// <summary>The customer's own words first, then the replies: a client waits for a reply's <c>replyToId</c> to appear (PROTOCOL.md).</summary>
    private static List<TranscriptEntry> AddTranscript(BotDbContext context, RunningTurn turn, IReadOnlyList<Message> messages)
    {
        var rows = new List<TranscriptRow>();
        if (turn.Echo is not null)
        {
            rows.Add(Row(turn, rows.Count, turn.ChannelInboundId, Speaker.Customer, null, null, turn.Echo));
        }

        var replyTo = turn.Echo is null ? null : turn.ChannelInboundId;
        foreach (var message in messages)
        {
            rows.Add(Row(turn, rows.Count, Guid.NewGuid().ToString("N"), message.From is null ? Speaker.Bot : Speaker.Agent, replyTo, JsonSerializer.Serialize(message, DialogsJson.House), null));
        }

        context.Transcript.AddRange(rows);
        return rows.ConvertAll(Transcript.ToEntry);
    }

    private static TranscriptRow Row(RunningTurn turn, int index, string id, Speaker speaker, string? replyTo, string? message, string? echo) => new()
    {
        ConversationId = turn.Conversation.Id,
        Sequence = turn.Conversation.LastSequence + 1 + index,
        Id = id,
        Speaker = speaker,
        At = turn.Now,
        ReplyTo = replyTo,
        Message = message,
        Echo = echo,
    };

    private static void AddAudit(BotDbContext context, RunningTurn turn, Decided decided)
    {
        var caseNumber = decided.About?.Number;
        if (turn.Incoming is CommandAnswered answered)
        {
            Add(answered.Command.CaseNumber, "CommandAnswered", JsonSerializer.Serialize(ResultAudit.Of(answered), AuditJson.Default.ResultAudit));
        }

        foreach (var fact in decided.Events)
        {
            Add(caseNumber, fact.GetType().Name, JsonSerializer.Serialize<CaseEvent>(fact, DialogsJson.House));
        }

        foreach (var command in decided.Commands)
        {
            Add(command.CaseNumber, "CommandOrdered", JsonSerializer.Serialize(CommandAudit.Of(command, turn.Commands), AuditJson.Default.CommandAudit));
        }

        void Add(string? number, string kind, string data) => context.CaseEvents.Add(new CaseEventRow
        {
            ConversationId = turn.Conversation.Id,
            CaseNumber = number,
            At = turn.Now,
            Cause = turn.InboundId,
            Kind = kind,
            Data = data,
        });
    }

    private void AddToOutbox(BotDbContext context, RunningTurn turn, IReadOnlyList<ShopCommand> commands, List<TranscriptEntry> entries)
    {
        // Shop:Commands = shadow | off: whatever was decided, nothing leaves the house.
        if (turn.Commands == CommandMode.Live)
        {
            context.Outbox.AddRange(commands.Select(command =>
                OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopCommand, JsonSerializer.Serialize(command, DialogsJson.House), turn.Now)));
        }

        if (senders.Any(sender => sender.Serves(turn.Info)))
        {
            context.Outbox.AddRange(entries.Where(entry => entry.Speaker != Speaker.Customer).Select(entry =>
                OutboxRow.For(
                    turn.Conversation.Id,
                    OutboxKind.ChannelEntry,
                    entry.Sequence.ToString(CultureInfo.InvariantCulture),
                    turn.Now,
                    keptBack: turn.IsCarried ? CarriedRows.KeptBack : TimeSpan.Zero)));
        }
    }
}
