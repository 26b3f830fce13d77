using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Another person's valid account (P3): the shop passes the request on, the recipient decides, and each answer is told at once (rules L1, D8).</summary>
internal static class Coordinating
{
    /// <summary>
    /// The first message goes out while the evidence is still being gathered: who did not know and has used the value up owes nothing (民法典 986), so that
    /// each hour counts.
    /// </summary>
    public static void Begin(TurnScope scope)
    {
        if (scope.Turn.Commands != CommandMode.Live)
        {
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
            return;
        }

        var decision = scope.Case.Decision!;
        scope.Case = scope.Case with { Path = decision.Path, Confirmation = null };
        scope.AskNothing();
        scope.Note(new CaseRecorded(CasePath.ThirdParty));
        scope.Say("cause." + Names.Snake(decision.Cause!.Value), decision.Rules);
        if (OddsTalk.Of(scope) is { Length: > 0 } odds)
        {
            scope.Say("odds.hard", ["P3", "H4"], ("odds", odds));
        }

        Ask(scope, isReminder: false);
        scope.Case = scope.Case with { Coordination = new Coordination(scope.Now) };
        scope.Say("recipient.asked", ["P3", "L1", "D8"], ("number", scope.Case.Number), ("day", LastDay(scope)));
        if (scope.Case.Evidence.Count == 0)
        {
            scope.AskFiles("recipient.evidence", ["E5", "L2"], [.. IdentityTalk.Offers(scope), Buttons.Human]);
            return;
        }

        // What was sent before is not asked for again.
        EvidenceIntake.Checklist(scope);
    }

    /// <summary>Where it stands, asked or not.</summary>
    public static void TellStatus(TurnScope scope) => scope.Tell(
        scope.Case.Coordination?.RemindedAt is null ? "recipient.waiting" : "recipient.waiting_reminded", ["L1", "D8"], [Buttons.Human],
        ("number", scope.Case.Number), ("day", LastDay(scope)));

    /// <summary>The recipient has answered. An agreement counts until the money is on its way, a refusal as long as nothing else was said.</summary>
    public static void Answered(TurnScope scope, RecipientAnswered answered)
    {
        if (scope.State.Case is not { Coordination: { IsAgreed: false } coordination, Pending: null, State: CaseState.AwaitingRecipient or CaseState.Guided or CaseState.WithHuman } file
            || file.Order?.OrderNo != answered.OrderNo
            || (coordination.Answer is not null && answered.Answer != RecipientAnswer.Agrees))
        {
            scope.Note(new RecipientNoted(answered.OrderNo, answered.Answer));
            return;
        }

        Take(scope, answered.Answer);
    }

    /// <summary>The wait for the recipient has come to its reminder, or to its end (D8).</summary>
    public static void Due(TurnScope scope)
    {
        if (scope.State.Case is not { State: CaseState.AwaitingRecipient, Coordination: { Answer: null } coordination } || coordination.NextAt(scope.Settings) > scope.Now)
        {
            return;
        }

        if (coordination.RemindedAt is null)
        {
            Ask(scope, isReminder: true);
            scope.Case = scope.Case with { Coordination = coordination with { RemindedAt = scope.Now } };
            scope.Tell("recipient.reminded", ["L1", "D8"], [Buttons.Human], ("number", scope.Case.Number), ("day", LastDay(scope)));
            return;
        }

        Take(scope, RecipientAnswer.Silent);
    }

    /// <summary>What became of a message: only a shop that passes none on changes anything, and one that never answered is looked up by a person.</summary>
    public static void MessageAnswered(TurnScope scope, MessageRecipient message, CommandResult result)
    {
        if (scope.Case is not { State: CaseState.AwaitingRecipient, Coordination: { Answer: null } coordination } || message.IsReminder)
        {
            return;
        }

        switch (result)
        {
            case CommandRefused:
                scope.Case = scope.Case with { Coordination = coordination with { IsDeclined = true } };
                GoOn(scope, "recipient.shop_declines", null);
                break;
            case CommandAbandoned:
                PersonDesk.Call(scope, PersonCause.ShopSilent, "H3");
                break;
        }
    }

    private static void Take(TurnScope scope, RecipientAnswer answer)
    {
        scope.Case = scope.Case with { Coordination = scope.Case.Coordination! with { Answer = answer } };
        if (answer == RecipientAnswer.Agrees)
        {
            PayBack(scope);
            return;
        }

        GoOn(scope, answer == RecipientAnswer.Refuses ? "recipient.refuses" : "recipient.silent", answer);
    }

    /// <summary>Agreed is not yet returned (D4): the shop is told to pay back, and the outcome is set when it has.</summary>
    private static void PayBack(TurnScope scope)
    {
        var next = CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        scope.Note(new RecipientTold(RecipientAnswer.Agrees));
        scope.Case = scope.Case with { Outcome = null };
        if (scope.Turn.Commands != CommandMode.Live)
        {
            scope.Say("recipient.agrees", ["L1", "D4"], ("number", scope.Case.Number));
            PersonDesk.Call(scope, PersonCause.CommandsOff, "H3");
        }
        else if (next == NextStep.Confirm)
        {
            scope.Say("recipient.agrees_refund", ["L1", "D1", "D4"], ("number", scope.Case.Number), ("order", scope.Case.Order!.OrderNo));
            ReviewTurn.CarryOut(scope);
        }
        else
        {
            // The order is no longer where it was: its record says what comes next.
            scope.Say("recipient.agrees", ["L1", "D4"], ("number", scope.Case.Number));
            Advance(scope);
        }
    }

    private static void GoOn(TurnScope scope, string key, RecipientAnswer? answer)
    {
        CaseProgress.Plan(scope);
        if (scope.Waits)
        {
            return;
        }

        scope.Note(new RecipientTold(answer));
        scope.Say(key, ["L1", "L3"], ("number", scope.Case.Number));
        Advance(scope);
    }

    private static void Advance(TurnScope scope)
    {
        switch (scope.Case.State)
        {
            case CaseState.WithHuman:
                if (scope.Case.Coordination is { IsAgreed: false })
                {
                    LegalTalk.TellBrief(scope);
                }

                PersonDesk.Remain(scope);
                break;
            case CaseState.Guided:
                PersonDesk.Call(scope, PersonCause.ApprovalRefused, "H3");
                break;
            default:
                CaseProgress.Go(scope, CaseTrigger.Advance);
                break;
        }
    }

    private static void Ask(TurnScope scope, bool isReminder)
    {
        var order = scope.Case.Order!;
        var message = new MessageRecipient
        {
            Key = scope.Case.KeyFor("message"),
            CaseNumber = scope.Case.Number,
            OrderNo = order.OrderNo,
            IsReminder = isReminder,
            Text = TextCatalogue.Get(
                Language.Chinese, isReminder ? "recipient.message_again" : "recipient.message",
                new Dictionary<string, string> { ["product"] = OrderWords.Product(order), ["amount"] = Formats.Money(order.AmountFen) }),
        };
        scope.Case = scope.Case with { CommandCount = scope.Case.CommandCount + 1 };
        scope.Send(message);
        scope.Note(new RecipientAsked(order.OrderNo, isReminder, message.Key));
    }

    private static string LastDay(TurnScope scope) =>
        scope.Case.Coordination is { } coordination ? Formats.Day(coordination.EndsAt(scope.Settings)) : scope.Text("format.soon");
}
