using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>A turn in which the customer has said or chosen something.</summary>
internal sealed class CustomerTurn(IUnderstanding understanding)
{
    private const int LongestMessage = 2000;

    public void Run(TurnScope scope, CustomerSaid said)
    {
        scope.State = scope.State with { HeardAt = scope.Now, Reminded = false };
        SettleLanguage(scope, said);
        if (said.Files.Count == 0 && IdentityDocuments.TakeBack(scope, said))
        {
            AfterEvidence(scope);
            return;
        }

        if (said.Text.Length > LongestMessage)
        {
            EvidenceIntake.Take(scope, said.Files);
            scope.Say("note.too_long", ["H2"]);
            Continue(scope);
            return;
        }

        if (said is { Files.Count: > 0, Choice: null } && string.IsNullOrWhiteSpace(said.Text))
        {
            EvidenceIntake.Take(scope, said.Files);
            AfterEvidence(scope);
            return;
        }

        var heard = Heard.Of(said, scope.State, understanding);
        if (said.Files.Count == 0 && PurchaseTalk.Hear(scope, heard, understanding))
        {
            return;
        }

        if (scope.OpenCase is { } waiting && Parking.IsAnotherReport(waiting, heard) && !RecipientPrivacy.IsLikelyAsked(scope, heard))
        {
            // What comes with the words belongs to the case that they open.
            scope.Say("parked.kept", ["H2"], ("number", waiting.Number));
            Parking.ParkFront(scope);
            scope.AskNothing();
        }

        EvidenceIntake.Take(scope, said.Files, opensCase: FirstWords.TellsOfAnOrder(heard));
        IdentityNumbers.Notice(scope, heard);
        if (scope.OpenCase is null)
        {
            FirstWords.Run(scope, heard);
        }
        else if (heard.IsStale)
        {
            scope.Say("note.stale", ["G2"]);
            Continue(scope);
        }
        else
        {
            InCase(scope, heard);
        }
    }

    private static void InCase(TurnScope scope, Heard heard)
    {
        // Who wants the other side's phone number (把他电话给我) asks for no call.
        if (ThreatTalk.Hear(scope, heard) || RecipientPrivacy.Hear(scope, heard))
        {
            TakeUpAgain(scope);
            return;
        }

        switch (heard.Option, heard.Understood.Intent)
        {
            case (Buttons.Human, _):
            case (null, Intent.AskHuman):
                PersonDesk.Call(scope, PersonCause.Wanted, "H3");
                return;
            case (null, Intent.FraudReport):
                FraudTalk.Tell(scope, heard);
                return;
            case (null, Intent.DeliveryProblem) when scope.Case is { State: CaseState.AskingProblem, Problem: null }:
                DeliveryTalk.Begin(scope, heard);
                return;
            case (Buttons.GiveUp or Buttons.Restart, _):
            case (null, Intent.CancelFlow) when (scope.Case.State, scope.State.Asked?.Asks) != (CaseState.Confirming, Asks.Confirm):
                Ending.GiveUp(scope, startOver: heard.Option == Buttons.Restart);
                return;
        }

        if (IdentityTalk.Hear(scope, heard) || Asides(scope, heard))
        {
            return;
        }

        switch (scope.Case.State)
        {
            case CaseState.WithHuman when heard.Option == Buttons.Resume:
                PersonDesk.Resume(scope);
                return;
            case CaseState.WithHuman when heard is { Option: null, Understood.Intent: Intent.PreventionAdvice }:
                Digression.Answer(scope, Intent.PreventionAdvice);
                return;
            case CaseState.WithHuman:
                PersonDesk.Note(scope);
                return;
            case CaseState.Executing:
                AwaitShop(scope);
                return;
            case CaseState.Confirming when Confirming.Run(scope, heard):
                return;
        }

        switch (heard.Option)
        {
            case Buttons.OtherEvidence:
                EvidenceIntake.TakeForAnother(scope);
                return;
            case Buttons.WithdrawEvidence:
                EvidenceIntake.Withdraw(scope);
                return;
        }

        if (ReviewTalk.Hear(scope, heard))
        {
            return;
        }

        if (heard.Option is null && Digression.Answer(scope, heard.Understood.Intent))
        {
            Continue(scope);
            return;
        }

        var before = scope.Case;
        if (SlotFilling.Fill(scope, heard))
        {
            ReviewTalk.KeepStory(scope, heard, before);
            scope.State = scope.State with { Asked = scope.State.Asked is { } asked ? asked with { Misses = 0 } : null };
        }
        else if (!scope.Waits && !ReviewTalk.NoteStatement(scope, heard))
        {
            Missed(scope);
        }

        CaseProgress.Run(scope);
    }

    /// <summary>What may be asked or told in any state, and leads back to where one was.</summary>
    private static bool Asides(TurnScope scope, Heard heard)
    {
        Minors.Notice(scope, heard);
        if (!Documents.Hear(scope, heard) && !StatusTalk.Hear(scope, heard) && !LegalTalk.Hear(scope, heard) && !PolicyTalk.Hear(scope, heard))
        {
            return false;
        }

        TakeUpAgain(scope);
        return true;
    }

    /// <summary>Back to the question that was open, if one was.</summary>
    private static void TakeUpAgain(TurnScope scope)
    {
        if (scope.State.Asked is not null)
        {
            Continue(scope);
        }
    }

    /// <summary>After files without words, or a word about a file: where evidence is waited for, what is still missing; elsewhere, the question that was open.</summary>
    public static void AfterEvidence(TurnScope scope)
    {
        switch (scope.OpenCase?.State)
        {
            case null when Guiding.IsGuided(scope):
                break;
            case CaseState.AwaitingRecipient or CaseState.AwaitingReconciliation:
                EvidenceIntake.Checklist(scope);
                break;
            case CaseState.UnderReview:
                ReviewNarrator.Wait(scope, HasMore(scope) ? "review.piece_added" : "review.status");
                break;
            case CaseState.WithHuman or CaseState.Executing:
                break;
            default:
                Continue(scope);
                break;
        }
    }

    /// <summary>Whether this turn has brought the case a piece: only then is anything with the reviewer that was not before.</summary>
    private static bool HasMore(TurnScope scope) =>
        scope.Case.Evidence.Any(evidence => scope.Turn.State.Case?.Evidence.All(known => known.Piece.Id != evidence.Piece.Id) ?? true);

    /// <summary>At most two re-asks of one question, then buttons and a person (H3).</summary>
    private static void Missed(TurnScope scope)
    {
        // What is said where evidence is waited for is noted: it needs no understanding.
        if (scope.State.Asked is { Asks: Asks.Evidence })
        {
            return;
        }

        if (scope.State.Asked is not { } asked)
        {
            scope.Say("note.not_understood", ["H2"]);
            return;
        }

        scope.State = scope.State with { Asked = asked with { Misses = asked.Misses + 1 } };
        scope.Say(asked.Misses < 2 ? "note.not_understood" : "note.lost", ["H2", "H3"]);
    }

    /// <summary>Asks again what was open, or says what is waited for.</summary>
    public static void Continue(TurnScope scope)
    {
        switch (scope.OpenCase?.State)
        {
            case null:
                Welcome.Invite(scope, "invite.problem", "T1", "T2", "T3");
                break;
            case CaseState.WithHuman:
                PersonDesk.Remain(scope);
                break;
            case CaseState.Executing:
                AwaitShop(scope);
                break;
            default:
                CaseProgress.Run(scope);
                break;
        }
    }

    private static void AwaitShop(TurnScope scope) => scope.Say("executing.wait", ["G2"], ("number", scope.Case.Number));

    /// <summary>The customer's own words settle the language, and it is kept from turn to turn (D12): a name in another script does not flip it.</summary>
    private static void SettleLanguage(TurnScope scope, CustomerSaid said)
    {
        var isName = scope.State.Asked?.Asks is Asks.Order or Asks.Contact or Asks.Account or Asks.Region or Asks.Product;
        var spoken = said.Choice is null && !isName ? LanguageGuess.Of(said.Text) : Language.Unknown;
        if (spoken != Language.Unknown && (!scope.State.LanguageSettled || spoken == Language.Chinese))
        {
            scope.State = scope.State with { Language = spoken, LanguageSettled = true };
        }
        else if (scope.State.QuestionCount == 0 && Languages.OfLocale(said.Locale) is not Language.Unknown and var language)
        {
            scope.State = scope.State with { Language = language };
        }
    }
}
