using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The recipient gives nothing back: the case ends with guidance on the legal route, and stays open to new facts (rules L3, D7).</summary>
internal static class Guiding
{
    /// <summary>Ends the case, with the short answer and the ways on.</summary>
    public static void End(TurnScope scope)
    {
        scope.Case = scope.Case with { Path = CasePath.ThirdParty, Outcome = Outcome.LegalGuidance, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseClosed(Outcome.LegalGuidance));
        LegalTalk.TellBrief(scope);
    }

    /// <summary>Whether a conversation's case has ended so.</summary>
    public static bool IsGuided(TurnScope scope) => scope.State.Case?.State == CaseState.Guided;

    /// <summary>Anything else that is no new report: what there is to know stays one step away.</summary>
    public static void Answer(TurnScope scope, Heard heard)
    {
        if (heard.Understood.Sure && Digression.Answer(scope, heard.Understood.Intent) && heard.Understood.Intent == Intent.ThanksBye)
        {
            return;
        }

        if (Following.IsAskedFor(heard))
        {
            TellStatus(scope);
        }
        else if (!LegalTalk.HearTopic(scope, heard.Text))
        {
            LegalTalk.OfferTopics(scope);
        }
    }

    private static void TellStatus(TurnScope scope)
    {
        scope.Say("guided.status", ["L3", "D7"], ("number", scope.Case.Number));
        LegalTalk.TellBrief(scope);
    }

    /// <summary>What is said of a case that has ended with guidance; false where it is about something else.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        switch (heard.Option, heard.Understood.Intent)
        {
            case (Buttons.Human, _):
            case (null, Intent.AskHuman):
                PersonDesk.Call(scope, PersonCause.Wanted, "H3");
                return true;
            case (null, Intent.StatusQuery):
                TellStatus(scope);
                return true;
            default:
                return false;
        }
    }
}
