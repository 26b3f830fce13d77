using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>One conversation of the real engine with a pretended shop. It can be split, so that ways out can be tried without leaving the way.</summary>
internal sealed class RandomConversation(World world)
{
    private const int MostRounds = 12;
    private const int Remembered = 6;

    private static readonly Engine Engine = new(new RememberedUnderstanding(), new PolicySettings { TwoPeopleFromFen = 5_000 });
    private static readonly JsonTypeInfo<ConversationState> StateJson = (JsonTypeInfo<ConversationState>)DialogsJson.House.GetTypeInfo(typeof(ConversationState));

    private static readonly Person[] People = [new("a-1", "小李"), new("a-2", "Wang")];

    private List<Message> _offers = [];
    private List<ShopCommand> _open = [];
    private HashSet<string> _unknown = [];
    private CommandAnswered? _lastAnswer;
    private int _cases;
    private int _pieces;
    private bool _isFork;

    public World World => world;

    public ConversationState State { get; private set; } = ConversationState.New;

    public DateTimeOffset Now { get; private set; } = Some.Now;

    public PretendShop Shop { get; private set; } = new(world);

    /// <summary>The messages with buttons, newest first.</summary>
    public IReadOnlyList<Message> Offers => _offers;

    /// <summary>The commands whose answer has not come, oldest first.</summary>
    public IReadOnlyList<ShopCommand> Open => _open;

    /// <summary>What the money has done so far.</summary>
    public MoneyTrail Money { get; private set; } = new();

    /// <summary>The last turn.</summary>
    public Decided? Last { get; private set; }

    public int Turns { get; private set; }

    public RandomConversation Fork() => new(world)
    {
        _offers = [.. _offers],
        _open = [.. _open],
        _unknown = [.. _unknown],
        _lastAnswer = _lastAnswer,
        _cases = _cases,
        _pieces = _pieces,
        _isFork = true,
        State = State,
        Now = Now,
        Shop = Shop.Fork(),
        Money = Money.Fork(),
        Last = Last,
    };

    /// <summary>Lets something happen; a step that no longer fits is passed over.</summary>
    /// <returns>Whether it was a turn.</returns>
    public bool Do(Step step)
    {
        var before = Turns;
        switch (step)
        {
            case Joins joins:
                Turn(new CustomerJoined(joins.Locale));
                break;
            case Says says:
                Turn(new CustomerSaid(says.Text, null, "zh-CN"));
                break;
            case SendsFiles files:
                Turn(new CustomerSaid(files.Text) { Files = [.. Kept(files.Kept), .. files.Refused is { } cause ? [new RefusedFile(cause)] : Array.Empty<ArrivedFile>()] });
                break;
            case Presses(var back, var button) when Button(back, button) is ({ QuestionId: { } question }, { } option):
                Turn(new CustomerSaid(string.Empty, new Choice(question, option.Id)));
                break;
            case Taps(var back, var button) when Button(back, button) is (_, { } option):
                Turn(new CustomerSaid(option.Label));
                break;
            case Waits waits:
                Now += waits.Time;
                break;
            case Wakes:
                Wake();
                break;
            case ReviewerSays(var verdict, var link):
                Turn(new ReviewDecided((State.Parked is [var parked, ..] ? parked : State.Case)?.Number ?? NextNumber, verdict, "理由", link));
                break;
            case PersonComes(var who, var relieves):
                Turn(new PersonJoined(CaseInHand, People[who], relieves ? State.Person?.Id : null));
                break;
            case PersonTalks(var who):
                Turn(new PersonSaid(CaseInHand, People[who], "您好 {name} <b>"));
                break;
            case PersonGoes(var who, var how):
                Turn(new PersonLeft(CaseInHand, People[who], how));
                break;
            case PersonDecides(var who, var verdict, var remedy, var agreed, var mayOverride):
                Turn(new ReviewDecided(CaseInHand, verdict, "理由") { AtDesk = new PersonalDecision(People[who], remedy, agreed, mayOverride) });
                break;
            case PersonEnds(var who, { } outcome):
                Turn(new PersonClosed(CaseInHand, People[who], outcome));
                break;
            case PersonEnds(var who, _):
                Turn(new CoordinationWanted(CaseInHand, People[who]));
                break;
            case RecipientSays(var answer) when (State.Parked.FirstOrDefault(file => file.Coordination is not null) ?? State.Case)?.Order is { } asked:
                Turn(new RecipientAnswered(asked.OrderNo, answer));
                break;
            case OrderNews when State.Case?.Order is { } order:
                Turn(new OrderMoved(order.OrderNo));
                break;
            case ShopAnswers answers when _open.Count > 0:
                AnswerCommand(_open[0], answers);
                break;
            case AnswerComesAgain when _lastAnswer is { } again:
                Turn(again);
                break;
            case OrderMoves(var order, var move):
                Shop.Move(order, move);
                break;
            case ShopIs(var mood):
                Shop.Mood = mood;
                break;
            case TargetsAre targets:
                Shop.Targets = targets;
                break;
            case BooksSay books:
                Shop.Books = books;
                break;
        }

        return Turns > before;
    }

    /// <summary>The next moment that was asked for comes; or one that was not.</summary>
    private void Wake()
    {
        if (Last?.Deadlines.MinBy(deadline => deadline.At) is { } next)
        {
            Now = next.At > Now ? next.At : Now;
            Turn(new DeadlineReached(next.Kind));
        }
        else
        {
            Turn(new DeadlineReached(DeadlineKind.WindowEnd));
        }
    }

    private (Message? Message, Option? Option) Button(int back, int button) =>
        back < _offers.Count && button < _offers[back].Options.Count ? (_offers[back], _offers[back].Options[button]) : default;

    private IEnumerable<ArrivedFile> Kept(int count) => Enumerable.Range(0, count)
        .Select(_ => new AcceptedFile(new EvidencePiece
        {
            Id = $"E-{++_pieces}",
            Media = EvidenceMedia.Image,
            Purpose = _pieces % 3 == 0 ? EvidencePurpose.Identity : EvidencePurpose.Proof,
            Sha256 = string.Empty,
            ReceivedAt = Now,
        }));

    private void AnswerCommand(ShopCommand command, ShopAnswers answers)
    {
        if (answers.Fate is Fate.Silent or Fate.SilentAfterEffect)
        {
            if (answers.Fate == Fate.SilentAfterEffect)
            {
                Shop.Take(command, Now);
            }

            // As the outbox tells it: unknown once, given up once, and a hold is not looked up for ever.
            if (command.IsBestEffort)
            {
                Close(command, new CommandRefused("unreachable", null));
            }
            else if (_unknown.Add(command.Key))
            {
                Turn(new CommandAnswered(command, new CommandUnknown()));
            }
            else if (_unknown.Add(command.Key + " abandoned"))
            {
                Turn(new CommandAnswered(command, new CommandAbandoned()));
            }

            return;
        }

        Close(command, answers.Fate == Fate.Honest ? Shop.Take(command, Now) : Shop.Refuse(command, answers.Code));
    }

    private void Close(ShopCommand command, CommandResult result)
    {
        _open.RemoveAt(0);
        Turn(_lastAnswer = new CommandAnswered(command, result));
    }

    private void Turn(Incoming incoming)
    {
        var decided = Decide(State, incoming);
        Turns++;
        Last = decided;
        var (before, after) = (Focused(State, decided), Focused(decided));
        Money.Check(before, incoming, after, world.Commands);
        StateRules.Check(before, incoming, after);
        EvidenceRules.Check(State, incoming, decided);
        MessageRules.Check(incoming, decided);
        StateRules.CheckAll(State, decided, Now);
        PersonRules.Check(State, incoming, decided);
        State = _isFork ? decided.State : ThroughTheStore(decided.State);
        if (decided.State.Case is { } file && file.Number == NextNumber)
        {
            _cases++;
        }

        _open.AddRange(decided.Commands);
        _offers.InsertRange(0, decided.Messages.Where(message => message.Options.Count > 0).Reverse());
        if (_offers.Count > Remembered)
        {
            _offers.RemoveRange(Remembered, _offers.Count - Remembered);
        }
    }

    private string CaseInHand => State.Case?.Number ?? NextNumber;

    /// <summary>The conversation as it was, with the case in hand that the turn was about.</summary>
    private static ConversationState Focused(ConversationState state, Decided decided) =>
        state.Parked.FirstOrDefault(file => file.Number == decided.About?.Number) is { } parked ? state with { Case = parked, Asked = null } : state;

    /// <summary>The same, as it is after the turn.</summary>
    private static Decided Focused(Decided decided) => decided.About is { } about && about.Number != decided.State.Case?.Number
        ? decided with { State = decided.State with { Case = about, Asked = null } }
        : decided;

    private string NextNumber => $"CS-261122-T{_cases}";

    /// <summary>What the engine would make of something, without its happening.</summary>
    public Decided Decide(ConversationState state, Incoming incoming)
    {
        var facts = new Facts();
        for (var round = 0; round < MostRounds; round++)
        {
            var turn = new Turn
            {
                State = state,
                Incoming = incoming,
                CustomerId = world.CustomerId,
                Now = Now,
                NewCaseNumber = NextNumber,
                Commands = world.Commands,
                Facts = facts,
            };
            switch (Engine.Decide(turn))
            {
                case NeedsFacts needs:
                    foreach (var query in needs.Queries)
                    {
                        BrokenRule.Unless(!facts.TryGet(query, out _), "nothing is read twice in a turn", query.ToString);
                        facts.Add(query, Shop.Answer(query));
                    }

                    break;
                case Decided decided:
                    return decided;
            }
        }

        throw new BrokenRule("a turn ends", $"{incoming} still asks after {MostRounds} rounds");
    }

    /// <summary>Through JSON and back, as the database does it: what a state forgets there it would forget in earnest.</summary>
    private static ConversationState ThroughTheStore(ConversationState state)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(state, StateJson);
        var read = JsonSerializer.Deserialize(json, StateJson)!;
        BrokenRule.Unless(json.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(read, StateJson)), "a state is the same after a restart", () => System.Text.Encoding.UTF8.GetString(json));
        return read;
    }
}
