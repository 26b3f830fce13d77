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
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <summary>Writes down what a turn came to: into its rows only, so that the caller saves all of it, or nothing.</summary>
internal sealed class TurnRecorder(NoticeBook notices, DeskBook desk, HandoffBook handoffs, IEnumerable<IChannelSender> senders)
{
    /// <summary>Records the turn, and answers what it adds to the transcript.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> RecordAsync(RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        var entries = AddTranscript(turn, decided.Messages);
        turn.Rows.Add(new InboundRow
        {
            ConversationId = turn.Conversation.Id,
            InboundId = turn.InboundId,
            FirstSequence = turn.Conversation.LastSequence + 1,
            LastSequence = turn.Conversation.LastSequence + entries.Count,
            At = turn.Now,
        });
        AddAudit(turn, decided);
        AddToOutbox(turn, decided.Commands, entries);
        CaseBook.Record(turn, decided);
        await desk.RecordAsync(turn, decided, cancellationToken);
        handoffs.Record(turn, decided);
        await notices.RecordAsync(turn, decided.Messages, cancellationToken);
        await EvidenceRecord.RecordAsync(turn, decided, cancellationToken);
        DeadlineBook.Replace(turn, decided.Deadlines);
        turn.Conversation.Advance(
            JsonSerializer.Serialize(decided.State, DialogsJson.House),
            turn.Conversation.LastSequence + entries.Count,
            turn.Now);
        turn.Loaded.State = decided.State;
        return entries;
    }

    /// <summary>The customer's own words first, then the replies: a client waits for a reply's <c>replyToId</c> to appear (PROTOCOL.md).</summary>
    private static List<TranscriptEntry> AddTranscript(RunningTurn turn, IReadOnlyList<Message> messages)
    {
        var entries = new List<TranscriptEntry>();
        if (turn.Echo is not null)
        {
            Add(turn.ChannelInboundId, Speaker.Customer, null, null, turn.Echo);
        }

        var replyTo = turn.Echo is null ? null : turn.ChannelInboundId;
        foreach (var message in messages)
        {
            Add(Guid.NewGuid().ToString("N"), message.From is null ? Speaker.Bot : Speaker.Agent, replyTo, message, null);
        }

        return entries;

        void Add(string id, Speaker speaker, string? replyTo, Message? message, string? echo)
        {
            var row = new TranscriptRow
            {
                ConversationId = turn.Conversation.Id,
                Sequence = turn.Conversation.LastSequence + 1 + entries.Count,
                Id = id,
                Speaker = speaker,
                At = turn.Now,
                ReplyTo = replyTo,
                Message = message is null ? null : JsonSerializer.Serialize(message, DialogsJson.House),
                Echo = echo,
            };
            turn.Rows.Add(row);
            entries.Add(Transcript.ToEntry(row, message));
        }
    }

    private static void AddAudit(RunningTurn turn, Decided decided)
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

        void Add(string? number, string kind, string data) => turn.Rows.Add(new CaseEventRow
        {
            ConversationId = turn.Conversation.Id,
            CaseNumber = number,
            At = turn.Now,
            Cause = turn.InboundId,
            Kind = kind,
            Data = data,
        });
    }

    private void AddToOutbox(RunningTurn turn, IReadOnlyList<ShopCommand> commands, List<TranscriptEntry> entries)
    {
        // Shop:Commands = shadow | off: whatever was decided, nothing leaves the house.
        if (turn.Commands == CommandMode.Live)
        {
            foreach (var command in commands)
            {
                turn.Rows.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopCommand, JsonSerializer.Serialize(command, DialogsJson.House), turn.Now));
            }
        }

        if (senders.Any(sender => sender.Serves(turn.Info)))
        {
            foreach (var entry in entries.Where(entry => entry.Speaker != Speaker.Customer))
            {
                turn.Rows.Add(OutboxRow.For(
                    turn.Conversation.Id,
                    OutboxKind.ChannelEntry,
                    entry.Sequence.ToString(CultureInfo.InvariantCulture),
                    turn.Now,
                    keptBack: turn.IsCarried ? CarriedRows.KeptBack : TimeSpan.Zero));
            }
        }
    }
}
