using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>What is said while no case is open: a report opens one, anything else is answered.</summary>
internal static class FirstWords
{
    public static void Run(TurnScope scope, Heard heard)
    {
        var intent = heard.Understood.Intent;
        if (heard.IsStale)
        {
            scope.Say("note.stale", ["G2"]);
            Welcome.Invite(scope, "invite.problem", "T1", "T2", "T3");
        }
        else if (Documents.Hear(scope, heard))
        {
            // Handed over.
        }
        else if (Guiding.IsGuided(scope) && (RecipientPrivacy.Hear(scope, heard) || Guiding.Hear(scope, heard)))
        {
            // What the case has left to say was said.
        }
        else if (RecipientPrivacy.Hear(scope, heard) || StatusTalk.Hear(scope, heard) || LegalTalk.Hear(scope, heard) || PolicyTalk.Hear(scope, heard) || ThreatTalk.Hear(scope, heard))
        {
            // Answered; what the customer wants next is theirs to say.
        }
        else if (heard.Option == Buttons.Human || (heard.Option is null && intent == Intent.AskHuman))
        {
            Open(scope, heard);
            PersonDesk.Call(scope, PersonCause.Wanted, "H3");
        }
        else if (heard.Option == Buttons.Reopen && Reopening.IsPossible(scope.State.Case))
        {
            Reopening.TryReopen(scope);
            CaseProgress.Run(scope);
        }
        else if (heard.Option == Buttons.Restart)
        {
            Welcome.Invite(scope, "closed.start_over", "H2");
        }
        else if (heard.Option is not null || IsReport(heard))
        {
            Open(scope, heard);
            SlotFilling.Fill(scope, heard);
            CaseProgress.Run(scope);
        }
        else if (intent == Intent.FraudReport)
        {
            Open(scope, heard);
            FraudTalk.Tell(scope, heard);
        }
        else if (intent == Intent.DeliveryProblem)
        {
            Open(scope, heard);
            DeliveryTalk.Begin(scope, heard);
        }
        else if (intent == Intent.Affirm && scope.State.Case is { Outcome: Outcome.Cancelled or Outcome.Modified or Outcome.Refunded } ended)
        {
            scope.Tell("answer.already_done", ["G2"], [Buttons.Restart], ("number", ended.Number));
        }
        else if ((intent == Intent.StatusQuery || Following.IsAskedFor(heard)) && Following.HasRefund(scope.State.Case))
        {
            Following.TellRefund(scope);
        }
        else if (intent == Intent.StatusQuery && StatusTalk.TellAll(scope))
        {
            // Told, or put off until the books have answered.
            scope.AskNothing();
        }
        else if (Guiding.IsGuided(scope))
        {
            Guiding.Answer(scope, heard);
        }
        else
        {
            Digression.Answer(scope, intent);
            Welcome.Invite(scope, Digression.Answers(intent) ? "invite.problem" : "note.tell_me", "T1", "T2", "T3");
        }
    }

    /// <summary>Whether a message opens a case, where none is open.</summary>
    public static bool TellsOfAnOrder(Heard heard) => heard.Option is { } option
        ? Buttons.ProblemOf(option) is not null
        : IsReport(heard) || heard.Understood.Intent is Intent.FraudReport or Intent.DeliveryProblem;

    /// <summary>A number of an order, or anything told about one, is a report too: nobody sends it for nothing. So is a child's order, whatever went wrong with it.</summary>
    private static bool IsReport(Heard heard) => Minors.Tells(heard.Text) || heard.Understood is { Intent: Intent.ReportError } or { Problem: not null } or { Remedy: not null }
        || (heard.Understood is { Intent: Intent.Answer or Intent.Correction } && heard.Understood.Entities.OrderNos.Count > 0);

    private static void Open(TurnScope scope, Heard heard)
    {
        Parking.ParkFront(scope);
        scope.Case = new CaseFile { Number = scope.Turn.NewCaseNumber };
        scope.Note(new CaseOpened(scope.Turn.NewCaseNumber, heard.Understood.Intent));
        EvidenceIntake.Claim(scope);
        Minors.Notice(scope, heard);
    }
}
