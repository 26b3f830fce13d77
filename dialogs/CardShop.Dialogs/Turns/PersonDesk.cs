using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>The way to a person, one step from everywhere (H3), and the wait for one (H1).</summary>
internal static class PersonDesk
{
    private const string CannotResume = "person.cannot_resume";

    /// <summary>Puts the case into the queue.</summary>
    public static void Call(TurnScope scope, PersonCause cause, params IReadOnlyList<string> rules)
    {
        if (Ahead(scope) is not { } ahead)
        {
            return;
        }

        if (scope.Case.State == CaseState.WithHuman)
        {
            Wait(scope, "person.noted", rules, ahead);
            return;
        }

        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.CallPerson, NextStep.Person),
            Path = scope.Case.Decision?.Path,
            PersonCause = cause,
            Outcome = null,
            Confirmation = null,
        };
        scope.AskNothing();
        scope.Note(new PersonCalled(cause));
        if (WhyKey(scope, cause) is { } why)
        {
            scope.Say(why, rules, ("limit", ChangeLimit.Limit(scope)));
        }

        Wait(scope, "person.waiting", ["H1", "H3"], ahead);
        DeskHours.Tell(scope);
    }

    /// <summary>Notes what was said while waiting.</summary>
    public static void Note(TurnScope scope) => Wait(scope, "person.noted");

    /// <summary>Tells that a person is still to come, after news that the customer had no part in.</summary>
    public static void Remain(TurnScope scope) => Wait(scope, "person.still_waiting");

    /// <summary>Goes on with the bot, where the case can.</summary>
    public static void Resume(TurnScope scope)
    {
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (next == NextStep.Person || scope.Case.Pending is not null || scope.Turn.Commands != CommandMode.Live)
        {
            Wait(scope, CannotResume);
            return;
        }

        scope.Note(new BotResumed());
        CaseProgress.Go(scope, CaseTrigger.Resume);
    }

    private static void Wait(TurnScope scope, string key)
    {
        if (Ahead(scope) is { } ahead)
        {
            Wait(scope, key, ["H1", "H3"], ahead);
        }
    }

    /// <summary>Nobody who talks with a person is told that they wait for one.</summary>
    private static void Wait(TurnScope scope, string key, IReadOnlyList<string> rules, int ahead)
    {
        if (scope.State.Person is null)
        {
            scope.Tell(key, rules, key == CannotResume ? [] : [Buttons.Resume], ("number", scope.Case.Number), ("place", PlaceOf(scope, ahead)));
        }
    }

    private static int? Ahead(TurnScope scope) => scope.Ask(new CountWaiting()) switch
    {
        null => null,
        CountAnswer { Count: var count } => count,
        DeskAnswer { Ahead: var count } => count,
        _ => 0,
    };

    private static string? WhyKey(TurnScope scope, PersonCause cause) => cause switch
    {
        PersonCause.TooManyChanges => "person.too_many_changes",
        PersonCause.ShopSilent => "person.shop_silent",
        PersonCause.CommandsOff => "person.commands_off",
        PersonCause.Rules => scope.Case.Decision?.Cause switch
        {
            Policies.PathCause.Frozen => "person.frozen",
            Policies.PathCause.Abnormal => "person.abnormal",
            _ => "person.shop_cannot",
        },
        _ => null,
    };

    private static string PlaceOf(TurnScope scope, int ahead) =>
        ahead == 0 ? scope.Text("person.place_first") : scope.Text("person.place", ("ahead", ahead.ToString(CultureInfo.InvariantCulture)));
}
