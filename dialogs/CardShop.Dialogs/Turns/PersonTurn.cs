using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>A turn in which a person of the shop has acted (DESIGN.md, decision 8).</summary>
internal static class PersonTurn
{
    public static void Run(TurnScope scope, PersonActed acted)
    {
        if (scope.State.Case is not { } file || file.Number != acted.CaseNumber)
        {
            return;
        }

        switch (acted)
        {
            case PersonJoined joined when file.State != CaseState.Closed && scope.State.Person?.Id == joined.InsteadOf:
                Join(scope, joined);
                break;
            case PersonSaid said when scope.State.Person?.Id == said.By.Id:
                Say(scope, said);
                break;
            case PersonLeft left when scope.State.Person?.Id == left.By.Id:
                Leave(scope, left);
                break;
            case CoordinationWanted wanted:
                DeskDecision.Coordinate(scope, wanted);
                break;
            case PersonClosed closed:
                DeskDecision.Close(scope, closed);
                break;
        }
    }

    /// <summary>A read-back or a question of the bot's stands no longer: a person speaks now.</summary>
    private static void Join(TurnScope scope, PersonJoined joined)
    {
        var relieves = scope.State.Person is not null;
        scope.State = scope.State with { Person = joined.By };
        scope.Case = scope.Case with
        {
            State = CaseMachine.After(scope.Case.State, CaseTrigger.CallPerson, NextStep.Person),
            Path = scope.Case.Path ?? scope.Case.Decision?.Path,
            Outcome = null,
            Confirmation = null,
            HelpedBy = joined.By.Name,
        };
        scope.AskNothing();
        scope.Note(new PersonTookOver(joined.By.Id, joined.By.Name));
        scope.Say(relieves ? "desk.relieved" : "desk.joined", ["H3"], ("name", joined.By.Name));
    }

    private static void Say(TurnScope scope, PersonSaid said)
    {
        IReadOnlyList<Replies.SentFile>? files = said.Files.Count == 0 ? null : [.. said.Files.Select(piece => new Replies.SentFile(piece.Id, piece.Media))];
        if (said.Text.Length == 0)
        {
            scope.Pass("desk.sent_file", said.By, files);
        }
        else
        {
            scope.Pass("desk.said", said.By, files, ("text", said.Text));
        }
    }

    private static void Leave(TurnScope scope, PersonLeft left)
    {
        scope.State = scope.State with { Person = null };
        scope.Note(new PersonWent(left.By.Id, left.By.Name, left.How));
        if (scope.OpenCase is null)
        {
            scope.Say("desk.left", ["H3"], ("name", left.By.Name));
        }
        else if (left.How == PersonLeaving.HandsBack)
        {
            HandBack(scope, left.By);
        }
        else
        {
            scope.Say(left.How == PersonLeaving.Releases ? "desk.released" : "desk.vanished", ["H1", "H3"], ("name", left.By.Name), ("number", scope.Case.Number));
            PersonDesk.Remain(scope);
        }
    }

    /// <summary>The order is read again, and nothing said before is taken for granted; what only a person can do waits for another one.</summary>
    private static void HandBack(TurnScope scope, Person by)
    {
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        if (scope.Case.Pending is not null)
        {
            scope.Say("desk.left", ["H3"], ("name", by.Name));
            scope.Say("executing.wait", ["G2"], ("number", scope.Case.Number));
        }
        else if (next == NextStep.Person || scope.Turn.Commands != CommandMode.Live)
        {
            scope.Say("desk.released", ["H1", "H3"], ("name", by.Name), ("number", scope.Case.Number));
            PersonDesk.Remain(scope);
        }
        else
        {
            scope.Say("desk.left", ["H3"], ("name", by.Name));
            scope.Note(new BotResumed());
            CaseProgress.Go(scope, CaseTrigger.Resume);
        }
    }
}
