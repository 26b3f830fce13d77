using System.Collections.Concurrent;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>Turns and transcripts without a store: what the channels see of the rest of the house.</summary>
internal sealed class InMemoryHouse(TimeProvider time) : ITurnRunner, ITranscript
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Conversation> _conversations = [];
    private readonly TaskCompletionSource _faultMet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the bot says to what has happened. Says what it heard, unless told otherwise.</summary>
    public Func<Incoming, IEnumerable<Message>> Bot { get; set; } = Parrot;

    /// <summary>What the shop answers while a channel waits for things to settle.</summary>
    public Func<string, IEnumerable<Message>> Settling { get; set; } = _ => [];

    /// <summary>The case that a turn offers to another desk; null for none.</summary>
    public string? Handoff { get; set; }

    /// <summary>Thrown by everything that touches the store while it is set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>What the rest of the house does with a turn that is saved, in the same transaction.</summary>
    public Action<InboundTurn> Saving { get; set; } = _ => { };

    /// <summary>Ends when somebody has met the fault.</summary>
    public Task FaultMet => _faultMet.Task;

    /// <summary>Everything that was handed in, repeats included.</summary>
    public ConcurrentQueue<InboundTurn> Inbound { get; } = [];

    public ConversationOpening Opening(string conversationId)
    {
        lock (_gate)
        {
            return _conversations[conversationId].Opening;
        }
    }

    public Task OpenAsync(ConversationOpening opening, CancellationToken cancellationToken)
    {
        ThrowFault();
        Open(opening);
        return Task.CompletedTask;
    }

    private void Open(ConversationOpening opening)
    {
        lock (_gate)
        {
            if (_conversations.TryGetValue(opening.ConversationId, out var known))
            {
                known.Opening = known.Opening with { Reference = opening.Reference };
            }
            else
            {
                _conversations[opening.ConversationId] = new Conversation(opening);
            }
        }
    }

    public Task<TurnOutcome> RunAsync(InboundTurn inbound, CancellationToken cancellationToken)
    {
        ThrowFault();
        Inbound.Enqueue(inbound);
        if (inbound.Opening is { } opening)
        {
            Open(opening);
        }

        lock (_gate)
        {
            if (!_conversations.TryGetValue(inbound.ConversationId, out var conversation))
            {
                throw new ConversationNotFoundException(inbound.ConversationId);
            }

            if (conversation.Outcomes.TryGetValue(inbound.InboundId, out var first))
            {
                return Task.FromResult(first with { Repeated = true });
            }

            var added = new List<TranscriptEntry>();
            if (inbound.Echo is { } echo)
            {
                added.Add(conversation.Add(inbound.InboundId, Speaker.Customer, time.GetUtcNow(), echo: echo));
            }

            var replyTo = inbound.Echo is null ? null : inbound.InboundId;
            added.AddRange(Bot(inbound.Incoming).Select(message => conversation.Add(id: null, Speaker.Bot, time.GetUtcNow(), message, replyTo)));
            var outcome = new TurnOutcome(Repeated: false, added) { Handoff = Handoff };
            conversation.Outcomes[inbound.InboundId] = outcome;
            Saving(inbound);
            conversation.Tell(TranscriptNews.Entries);
            return Task.FromResult(outcome);
        }
    }

    public void Carried(IReadOnlyList<long> outgoing)
    {
    }

    public Task SettleAsync(string conversationId, TimeSpan patience, CancellationToken cancellationToken)
    {
        Say(conversationId, [.. Settling(conversationId)]);
        return Task.CompletedTask;
    }

    /// <summary>The bot speaks of its own accord, as it does when a command was answered or a deadline has come.</summary>
    public IReadOnlyList<TranscriptEntry> Say(string conversationId, params Message[] messages)
    {
        lock (_gate)
        {
            var conversation = _conversations[conversationId];
            var added = messages.Select(message => conversation.Add(id: null, Speaker.Bot, time.GetUtcNow(), message)).ToList();
            conversation.Tell(TranscriptNews.Entries);
            return added;
        }
    }

    public Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, long after, int limit, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<TranscriptEntry>>(
                _conversations.TryGetValue(conversationId, out var conversation) ? [.. conversation.After(after).Take(limit)] : []);
        }
    }

    public Task<ConversationInfo?> FindAsync(string conversationId, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_gate)
        {
            return Task.FromResult(_conversations.TryGetValue(conversationId, out var conversation) ? conversation.Info : null);
        }
    }

    public Task<TranscriptNews> WaitAsync(string conversationId, long after, CancellationToken cancellationToken)
    {
        ThrowFault();
        lock (_gate)
        {
            if (!_conversations.TryGetValue(conversationId, out var conversation))
            {
                return Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => TranscriptNews.Entries, cancellationToken);
            }

            return conversation.After(after).Any() ? Task.FromResult(TranscriptNews.Entries) : conversation.News.WaitAsync(cancellationToken);
        }
    }

    public void SignTyping(string conversationId)
    {
        lock (_gate)
        {
            if (_conversations.TryGetValue(conversationId, out var conversation))
            {
                conversation.Tell(TranscriptNews.Typing);
            }
        }
    }

    private static IEnumerable<Message> Parrot(Incoming incoming) => incoming switch
    {
        CustomerJoined => [Words.Of("welcome", "您好，我是小助手。")],
        CustomerSaid said => [Words.Of("heard", $"收到：{said.Text}")],
        _ => [],
    };

    private void ThrowFault()
    {
        if (Fault is { } fault)
        {
            _faultMet.TrySetResult();
            throw fault;
        }
    }

    private sealed class Conversation(ConversationOpening opening)
    {
        private readonly List<TranscriptEntry> _entries = [];
        private TaskCompletionSource<TranscriptNews> _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConversationOpening Opening { get; set; } = opening;

        public Dictionary<string, TurnOutcome> Outcomes { get; } = [];

        public Task<TranscriptNews> News => _news.Task;

        public ConversationInfo Info => new(Opening.ConversationId, Opening.Channel, Opening.CustomerId, Opening.Reference);

        public IEnumerable<TranscriptEntry> After(long sequence) => _entries.Where(entry => entry.Sequence > sequence);

        public TranscriptEntry Add(string? id, Speaker speaker, DateTimeOffset at, Message? message = null, string? replyTo = null, string? echo = null)
        {
            var sequence = _entries.Count + 1;
            var entry = new TranscriptEntry
            {
                ConversationId = Opening.ConversationId,
                Sequence = sequence,
                Id = id ?? $"e-{sequence}",
                Speaker = speaker,
                At = at,
                ReplyTo = replyTo,
                Message = message,
                Echo = echo,
            };
            _entries.Add(entry);
            return entry;
        }

        public void Tell(TranscriptNews news)
        {
            var told = _news;
            _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            told.SetResult(news);
        }
    }
}
