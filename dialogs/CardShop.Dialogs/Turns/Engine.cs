using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The bot's mind: one pure, total function. It never throws for anything a customer or a shop can say.</summary>
/// <param name="understanding">Makes sense of what customers type.</param>
/// <param name="settings">The shop's figures.</param>
public sealed class Engine(IUnderstanding understanding, PolicySettings settings) : IEngine
{
    private readonly CustomerTurn _customer = new(understanding);

    /// <inheritdoc />
    public TurnResult Decide(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var parked = Parking.Concerned(turn, settings);
        switch (DecideOn(parked is null ? turn : turn with { State = Parking.WithFront(turn.State, parked) }))
        {
            case Decided decided:
                return BringBack(turn, parked is null ? decided : Parking.PutBack(turn.State, decided));
            case var unfinished:
                return unfinished;
        }
    }

    /// <summary>Once nothing else is being asked, a parked case that needs its customer is taken up where it was left.</summary>
    private TurnResult BringBack(Turn turn, Decided decided)
    {
        var state = decided.State;
        if (state.Parked.Count == 0 && turn.State.Parked.Count == 0)
        {
            return decided;
        }

        if (Parking.Next(state) is not { } next)
        {
            return decided with { Deadlines = Timers.Of(state, turn.Now, settings) };
        }

        var back = turn with { State = Parking.WithFront(state, next), Incoming = new CaseTakenUp() };
        return DecideOn(back) switch
        {
            Decided again => again with
            {
                About = decided.About ?? again.About,
                Events = [.. decided.Events, .. again.Events],
                Commands = [.. decided.Commands, .. again.Commands],
                DiscardedEvidence = [.. decided.DiscardedEvidence, .. again.DiscardedEvidence],
                Messages = [.. decided.Messages, .. again.Messages],
            },
            var unfinished => unfinished,
        };
    }

    private TurnResult DecideOn(Turn turn)
    {
        var scope = new TurnScope(turn, settings);
        switch (turn.Incoming)
        {
            case PersonActed acted:
                PersonTurn.Run(scope, acted);
                break;
            case var incoming when scope.State.Person is not null && PersonInCharge.Takes(scope, incoming):
            case CustomerSaid words when SatisfactionTalk.Hear(scope, words, understanding):
                break;
            case CaseTakenUp:
                scope.Say("parked.back", ["H2"], ("number", scope.Case.Number));
                CustomerTurn.Continue(scope);
                break;
            case CustomerJoined when scope.OpenCase is not null:
                CustomerTurn.Continue(scope);
                break;
            case CustomerJoined joined:
                Welcome.Greet(scope, joined);
                break;
            case CustomerSaid said:
                _customer.Run(scope, said);
                break;
            case NewsTold news:
                scope.Say("news.elsewhere", ["R5"], ("number", news.CaseNumber), ("text", news.Text));
                break;
            case CommandAnswered answered:
                CommandTurn.Run(scope, answered);
                break;
            case ReviewDecided decided:
                ReviewTurn.Run(scope, decided);
                break;
            case RecipientAnswered answered:
                Coordinating.Answered(scope, answered);
                break;
            case DeadlineReached reached:
                TimerTurn.Run(scope, reached.Kind);
                break;
            case OrderMoved moved:
                Following.OrderMoved(scope, moved.OrderNo);
                break;
        }

        SatisfactionTalk.AskIfDue(scope);
        return scope.Result();
    }
}
