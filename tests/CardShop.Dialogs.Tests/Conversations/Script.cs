using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>A conversation as a script: the real engine, a shop made of values, a clock that stands until it is moved.</summary>
internal sealed class Script(string? customerId = "c-1", string locale = "zh-CN")
{
    private Engine Engine => field ??= new Engine(Understands, Settings);

    /// <summary>What understands the customer: the rules alone, unless a test takes the whole.</summary>
    public IUnderstanding Understands { get; init; } = new LexiconUnderstanding();

    private readonly List<Message> _said = [];
    private string _newCaseNumber = "CS-261122-TEST1";

    public DateTimeOffset Now { get; private set; } = Some.Now;

    public Dictionary<string, OrderFacts> Orders { get; } = [];

    /// <summary>The customer's cases in other conversations.</summary>
    public Dictionary<string, CaseView> Cases { get; } = [];

    /// <summary>What became of cases like the one in hand.</summary>
    public RecoveredAnswer? Recovered { get; init; }

    public string Contact { get; init; } = "13800001111";

    public TargetOwner TargetOwner { get; set; } = TargetOwner.Self;

    public int RecentChanges { get; set; }

    public int Waiting { get; set; }

    /// <summary>What the shop answers when it is asked for a refund.</summary>
    public Refund? RefundIs { get; set; }

    /// <summary>The key of the last message of all turns.</summary>
    public string? LastSaid { get; private set; }

    public bool ShopIsDown { get; set; }

    public CommandMode Commands { get; set; } = CommandMode.Live;

    public ConversationState State { get; private set; } = ConversationState.New;

    /// <summary>Every command that left the house, in order.</summary>
    public List<ShopCommand> Sent { get; } = [];

    public List<CaseEvent> Events { get; } = [];

    /// <summary>Pieces of evidence that were ordered to be deleted.</summary>
    public List<string> Discarded { get; } = [];

    public IReadOnlyList<Deadline> Deadlines { get; private set; } = [];

    /// <summary>What the last turn said.</summary>
    public IReadOnlyList<Message> Said => _said;

    public IEnumerable<string> Keys => _said.Select(message => message.Key);

    public CaseView Case => _said.Last(message => message.Case is not null).Case!;

    /// <summary>The commands that move money or goods.</summary>
    public IEnumerable<ShopCommand> Moves => Sent.Where(command => command.MovesGoods);

    public Script With(OrderFacts facts)
    {
        Orders[facts.Order.OrderNo] = facts;
        return this;
    }

    public Script Opens() => Turn(new CustomerJoined(locale));

    public Script Says(string text) => Turn(new CustomerSaid(text, null, locale));

    /// <summary>Sends files, with or without words.</summary>
    public Script Sends(string text, params ArrivedFile[] files) => Turn(new CustomerSaid(text, null, locale) { Files = files });

    public Script Sends(params ArrivedFile[] files) => Sends(string.Empty, files);

    public Script Presses(string question, string option) => Turn(new CustomerSaid(string.Empty, new Choice(question, option), locale));

    /// <summary>The number that the next case gets.</summary>
    public Script Numbered(string next)
    {
        _newCaseNumber = next;
        return this;
    }

    public Script Waits(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>The shop carries out the last command that moves something.</summary>
    public Script ShopDoes()
    {
        var command = Moves.Last();
        var order = Orders[command.OrderNo].Order;
        var done = command is ModifyOrder ? order with { Version = order.Version + 1 } : order with { Version = order.Version + 1, Payment = PaymentState.Refunded };
        With(Orders[command.OrderNo] with { Order = done });
        var refund = command is CancelOrder or RefundOrder && order.Payment == PaymentState.Paid
            ? new Refund(RefundState.Processing, "原路退回微信支付", Now.AddDays(3), order.AmountFen) : null;
        return Turn(new CommandAnswered(command, new CommandDone(done, refund)));
    }

    public Script ShopAnswers(CommandResult result) => ShopAnswers(Moves.Last(), result);

    public Script ShopAnswers(ShopCommand command, CommandResult result) => Turn(new CommandAnswered(command, result));

    public Script Deadline(DeadlineKind kind = DeadlineKind.WindowEnd) => Turn(new DeadlineReached(kind));

    /// <summary>Lets time pass, and wakes the conversation for all that it asked for on the way, in order.</summary>
    public Script Passes(TimeSpan time)
    {
        var until = Now + time;
        while (Deadlines.Where(deadline => deadline.At <= until).OrderBy(deadline => deadline.At).FirstOrDefault() is { } next)
        {
            Now = next.At > Now ? next.At : Now;
            Turn(new DeadlineReached(next.Kind));
        }

        Now = until;
        return this;
    }

    public Script ReviewerSays(ReviewVerdict verdict, string? reason = null, EvidenceLink? link = null, string number = "CS-261122-TEST1") =>
        Turn(new ReviewDecided(number, verdict, reason, link));

    public static Person Li { get; } = new("a-1", "小李");

    public static Person Wang { get; } = new("a-2", "小王");

    /// <summary>What the desk answers to the wait for a person; null for the count alone.</summary>
    public DeskAnswer? Desk { get; set; }

    public PolicySettings Settings { get; init; } = new();

    public Script PersonJoins(Person? person = null, string? insteadOf = null, string number = Number) => Turn(new PersonJoined(number, person ?? Li, insteadOf));

    public Script PersonSays(string text, Person? person = null) => Turn(new PersonSaid(Number, person ?? Li, text));

    public Script PersonLeaves(PersonLeaving how = PersonLeaving.HandsBack, Person? person = null) => Turn(new PersonLeft(Number, person ?? Li, how));

    public Script PersonCloses(Outcome outcome, Person? person = null) => Turn(new PersonClosed(Number, person ?? Li, outcome));

    public Script PersonCoordinates() => Turn(new CoordinationWanted(Number, Li));

    public Script PersonDecides(ReviewVerdict verdict, Remedy? remedy = null, Person? person = null, bool agreed = false, bool mayOverride = false, string? reason = null, EvidenceLink? link = null) =>
        Turn(new ReviewDecided(Number, verdict, reason, link) { AtDesk = new PersonalDecision(person ?? Li, remedy, agreed, mayOverride) });

    private const string Number = "CS-261122-TEST1";

    public Script Hears(string number, string news) => Turn(new NewsTold(number, news));

    public Script RecipientSays(RecipientAnswer answer, string order = "KM2026112200001") => Turn(new RecipientAnswered(order, answer));

    public Script OrderMoves(OrderFacts facts)
    {
        With(facts);
        return Turn(new OrderMoved(facts.Order.OrderNo));
    }

    private Script Turn(Incoming incoming)
    {
        var facts = new Facts();
        for (var round = 0; round < 12; round++)
        {
            switch (Engine.Decide(new Turn
            {
                State = State,
                Incoming = incoming,
                CustomerId = customerId,
                Now = Now,
                NewCaseNumber = _newCaseNumber,
                Commands = Commands,
                Facts = facts,
            }))
            {
                case NeedsFacts needs:
                    Assert.NotEmpty(needs.Queries);
                    foreach (var query in needs.Queries)
                    {
                        facts.Add(query, Answer(query));
                    }

                    break;
                case Decided decided:
                    Take(decided);
                    return this;
            }
        }

        throw new InvalidOperationException("The engine never stopped asking.");
    }

    private void Take(Decided decided)
    {
        // Through JSON and back, as the database does it: what a state forgets there it would forget in earnest.
        var json = System.Text.Json.JsonSerializer.Serialize(decided.State, DialogsJson.House);
        State = System.Text.Json.JsonSerializer.Deserialize<ConversationState>(json, DialogsJson.House)!;
        Assert.Equal(json, System.Text.Json.JsonSerializer.Serialize(State, DialogsJson.House));
        Sent.AddRange(decided.Commands);
        Events.AddRange(decided.Events);
        Discarded.AddRange(decided.DiscardedEvidence);
        Deadlines = decided.Deadlines;
        _said.Clear();
        _said.AddRange(decided.Messages);
        LastSaid = _said.LastOrDefault()?.Key ?? LastSaid;
        Assert.All(decided.Messages, message => Assert.False(string.IsNullOrWhiteSpace(message.Text)));
    }

    private ShopAnswer Answer(ShopQuery query) => query switch
    {
        CountChanges => new CountAnswer(RecentChanges),
        CountWaiting => Desk is { } desk ? desk : new CountAnswer(Waiting),
        CountRecovered => Recovered ?? new RecoveredAnswer(0, 0, null),
        FindCase find => Cases.TryGetValue(find.Number, out var view) ? new CaseAnswer(view) : new NotFoundAnswer(),
        FindCaseOfOrder find => Cases.Values.FirstOrDefault(view => view.Orders is [{ No: var no }, ..] && no == find.OrderNo) is { } known ? new CaseAnswer(known) : new NotFoundAnswer(),
        ListCases list => new CasesAnswer([.. Cases.Values.Take(list.Most)]),
        _ when ShopIsDown => new UnreachableAnswer(),
        FindOrder find => Orders.TryGetValue(find.Number, out var found) && MaySee(found.Order, find.Asker) ? new OrderAnswer(found) : new NotFoundAnswer(),
        ReadOrder read => new OrderAnswer(Orders[read.OrderNo]),
        ListOrders list => new OrdersAnswer([.. Orders.Values.Select(facts => facts.Order).Where(order => order.CustomerId == list.CustomerId)]),
        FindRefund when RefundIs is { } refund => new RefundAnswer(refund),
        CheckTarget => new TargetAnswer(new TargetCheck(TargetOwner, null)),
        SendIdentityCode => CodeAnswer ?? new IdentityCodeAnswer(new IdentityCodeSent("138****1111", 300)),
        CheckIdentityCode check => Judge(check),
        ListProducts => new ProductsAnswer(Some.Products),
        _ => new UnsupportedAnswer(),
    };

    /// <summary>What the shop says when a code is to be sent; null for one that is sent.</summary>
    public ShopAnswer? CodeAnswer { get; set; }

    /// <summary>The attempts at codes that reached the shop.</summary>
    public List<string> Attempts { get; } = [];

    public const string RightCode = "402917";

    private IdentityVerdictAnswer Judge(CheckIdentityCode check)
    {
        Attempts.Add(check.Attempt);
        return new IdentityVerdictAnswer(
            check.Code == RightCode && Attempts.Count <= 3 ? new IdentityVerdict(IdentityResult.Proven, 0)
            : Attempts.Count >= 3 ? new IdentityVerdict(IdentityResult.UsedUp, 0)
            : new IdentityVerdict(IdentityResult.Wrong, 3 - Attempts.Count));
    }

    private bool MaySee(Order order, Asker asker) => asker.CustomerId is { } id ? order.CustomerId == id : asker.Proof == Contact;
}
