using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>What one turn is working on: it starts from the turn's state, collects what happens, and ends as the turn's result.</summary>
internal sealed class TurnScope(Turn turn, PolicySettings settings)
{
    private readonly List<Reply> _replies = [];
    private readonly List<CaseEvent> _events = [];
    private readonly List<ShopCommand> _commands = [];
    private readonly List<string> _discarded = [];
    private readonly HashSet<ShopQuery> _needed = [];

    public Turn Turn { get; } = turn;

    public PolicySettings Settings { get; } = settings;

    public ConversationState State { get; set; } = turn.State;

    public DateTimeOffset Now => Turn.Now;

    public Language Language => State.Language;

    /// <summary>The case in hand; null when there is none, or the last one has ended.</summary>
    public CaseFile? OpenCase => State.Case is { State: not (CaseState.Closed or CaseState.Guided) } file ? file : null;

    /// <summary>The case in hand.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public CaseFile Case
    {
        get => State.Case ?? throw new InvalidOperationException("No case is in hand.");
        set => State = State with { Case = value };
    }

    /// <summary>A guest's contact or query password, as given in this turn (DESIGN.md, decision 7).</summary>
    public string? Proof { get; set; }

    /// <summary>Whether the shop did not answer a question of this turn: what is known may be out of date.</summary>
    public bool ShopIsSilent { get; set; }

    /// <summary>The next step, once worked out in this turn.</summary>
    public NextStep? Planned { get; set; }

    /// <summary>Whether the order was found in this turn, and is still to be shown.</summary>
    public bool JustFound { get; set; }

    /// <summary>Whether the order's first hold was asked for in this turn.</summary>
    public bool JustHeld { get; set; }

    /// <summary>Whether one more change would be too many (G3).</summary>
    public bool LimitReached { get; set; }

    /// <summary>Whether the next change is the last that fits (G3).</summary>
    public bool IsLastChange { get; set; }

    /// <summary>The shop's word on the target wanted.</summary>
    public TargetCheck? WantedTarget { get; set; }

    /// <summary>Whether something has to be read before this turn can go on.</summary>
    public bool Waits => _needed.Count > 0;

    /// <summary>The answer to a query; null, with the turn put off, as long as it has not been asked.</summary>
    public ShopAnswer? Ask(ShopQuery query)
    {
        if (Turn.Facts.TryGet(query, out var answer))
        {
            return answer;
        }

        _needed.Add(query);
        return null;
    }

    public void Note(CaseEvent happened) => _events.Add(happened);

    public void Send(ShopCommand command) => _commands.Add(command);

    /// <summary>Has a piece of evidence deleted after the save.</summary>
    public void Discard(string piece) => _discarded.Add(piece);

    /// <summary>Says something that asks nothing.</summary>
    public void Say(string key, IReadOnlyList<string> rules, params (string Name, string Value)[] facts) =>
        _replies.Add(new Reply { Key = key, Rules = rules, Facts = Dictionary(facts) });

    /// <summary>Says something, with buttons for what may be wanted next; nothing is awaited.</summary>
    public void Tell(string key, IReadOnlyList<string> rules, IEnumerable<string> options, params (string Name, string Value)[] facts) =>
        TellWith(key, rules, [.. options.Select(Named)], facts);

    /// <summary>The same, with buttons whose labels are not the catalogue's own.</summary>
    public void TellWith(string key, IReadOnlyList<string> rules, IReadOnlyList<Option> options, params (string Name, string Value)[] facts)
    {
        State = State with { Offered = options };
        _replies.Add(new Reply { Key = key, Rules = rules, Options = options, Facts = Dictionary(facts) });
    }

    /// <summary>Says something, and hands documents of the case over.</summary>
    public void Hand(string key, IReadOnlyList<string> rules, IReadOnlyList<CaseDocument> documents, IReadOnlyList<Option> options, params (string Name, string Value)[] facts)
    {
        TellWith(key, rules, options, facts);
        _replies[^1] = _replies[^1] with { Documents = documents };
    }

    /// <summary>Says something, with a card beside it.</summary>
    public void Show(string key, IReadOnlyList<string> rules, Card card, params (string Name, string Value)[] facts) =>
        _replies.Add(new Reply { Key = key, Rules = rules, Card = card, Facts = Dictionary(facts) });

    /// <summary>Says something and offers buttons, without asking for anything in particular.</summary>
    public void Offer(string key, IReadOnlyList<string> rules, IEnumerable<string> options, params (string Name, string Value)[] facts) =>
        Ask(key, Asks.Choice, rules, [.. options.Select(Named)], null, facts);

    /// <summary>Says what evidence is wanted: files are welcome, and nothing is held up by their absence.</summary>
    public void AskFiles(string key, IReadOnlyList<string> rules, IEnumerable<string> options, params (string Name, string Value)[] facts)
    {
        Ask(key, Asks.Evidence, rules, [.. options.Select(Named)], null, facts);
        _replies[^1] = _replies[^1] with { TakesFiles = true };
    }

    /// <summary>Leads to the consent page for an identity document (E6): it is never wanted in the chat itself.</summary>
    public void AskIdentityDocument(string key, IReadOnlyList<string> rules, IEnumerable<string> options)
    {
        Ask(key, Asks.Evidence, rules, [.. options.Select(Named)], null);
        _replies[^1] = _replies[^1] with { TakesIdentityDocument = true };
    }

    /// <summary>Asks a question. What was asked before is no longer awaited.</summary>
    public void Ask(
        string key, Asks asks, IReadOnlyList<string> rules, IReadOnlyList<Option> options, Func<string, Card>? card, params (string Name, string Value)[] facts)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"q{State.QuestionCount + 1}");
        var misses = State.Asked is { } last && last.Asks == asks ? last.Misses : 0;
        State = State with { QuestionCount = State.QuestionCount + 1, Asked = new AskedQuestion(id, asks, options, misses), Offered = [] };
        _replies.Add(new Reply { Key = key, Rules = rules, QuestionId = id, Options = options, Card = card?.Invoke(id), Facts = Dictionary(facts) });
    }

    /// <summary>Nothing is awaited any more.</summary>
    public void AskNothing() => State = State with { Asked = null, Offered = [] };

    /// <summary>A button by its id, in the conversation's language.</summary>
    public Option Named(string id) => new(id, Text("option." + id));

    public string Text(string key) => TextCatalogue.Get(Language, key);

    /// <summary>Words of the catalogue, with their facts.</summary>
    public string Text(string key, params (string Name, string Value)[] facts) => TextCatalogue.Get(Language, key, Dictionary(facts));

    /// <summary>Adds to what was said last, and leaves its buttons where they are.</summary>
    public void Add(string key, params (string Name, string Value)[] facts)
    {
        var buttons = _replies[^1].Options;
        _replies[^1] = _replies[^1] with { Options = [] };
        _replies.Add(new Reply { Key = key, Rules = ["H1"], Options = buttons, Facts = Dictionary(facts) });
    }

    /// <summary>Passes on what a person of the shop says.</summary>
    public void Pass(string key, Person from, IReadOnlyList<SentFile>? files, params (string Name, string Value)[] facts) =>
        _replies.Add(new Reply { Key = key, From = from.Name, Files = files, Facts = Dictionary(facts) });

    /// <summary>The turn's result.</summary>
    public TurnResult Result()
    {
        if (Waits)
        {
            return new NeedsFacts([.. _needed]);
        }

        if (IdentityDocuments.Forget(this))
        {
            // After the news, but before a message with buttons, which stay where they are looked for.
            var at = _replies is [.., { Options.Count: > 0 }] ? _replies.Count - 1 : _replies.Count;
            _replies.Insert(at, new Reply { Key = "identity.document_deleted", Rules = ["E6"] });
        }

        PersonInCharge.Quieten(this, _replies);
        if (State.Case is { DeskSince: null } file && (State.Person is not null || file is { State: CaseState.WithHuman or CaseState.UnderReview }))
        {
            Case = file with { DeskSince = Now };
        }

        return new Decided { State = State, Events = _events, Commands = _commands, Deadlines = Timers.Of(State, Now, Settings), DiscardedEvidence = _discarded, Messages = [.. _replies.Select(Render)] };
    }

    private Message Render(Reply reply) => new()
    {
        Key = reply.Key,
        Text = TextCatalogue.Get(Language, reply.Key, reply.Facts),
        Locale = Language.Tag(),
        QuestionId = reply.QuestionId,
        Options = reply.Options,
        TakesFiles = reply.TakesFiles,
        TakesIdentityDocument = reply.TakesIdentityDocument,
        From = reply.From,
        Files = reply.Files,
        IsNews = Turn.Incoming is ReviewDecided or PersonActed or RecipientAnswered or OrderMoved or DeadlineReached { Kind: DeadlineKind.ReviewDue or DeadlineKind.LookAgain or DeadlineKind.RecipientDue },
        Documents = reply.Documents,
        Card = reply.Card,
        Case = State.Case is { } file ? CaseViews.Of(file, State.Asked?.Asks, reply.Rules, Settings) : null,
    };

    private static Dictionary<string, string> Dictionary((string Name, string Value)[] facts) => facts.ToDictionary(fact => fact.Name, fact => fact.Value);
}
