using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Follows the money: one command for one yes, for what was read back, and none without (G2).</summary>
internal sealed class MoneyTrail
{
    private HashSet<string> _answered = [];
    private HashSet<string> _keys = [];
    private HashSet<string> _settled = [];

    public MoneyTrail Fork() => new() { _answered = [.. _answered], _keys = [.. _keys], _settled = [.. _settled] };

    public void Check(ConversationState before, Incoming incoming, Decided decided, CommandMode mode)
    {
        var moves = 0;
        foreach (var command in decided.Commands)
        {
            BrokenRule.Unless(mode == CommandMode.Live, "a bot that may not act sends nothing", command.ToString);
            BrokenRule.Unless(_keys.Add(command.Key), "no key is used twice", () => command.Key);
            if (command.MovesGoods)
            {
                BrokenRule.Unless(++moves == 1, "one yes, one command", command.ToString);
                CheckYes(before, incoming, decided, command);
            }
        }

        BrokenRule.Unless(decided.Events.Count(happened => happened is Confirmed) == moves, "each command stands in the audit record");
        if (incoming is CommandAnswered { Command: { MovesGoods: true } done, Result: CommandDone })
        {
            CheckDone(before, decided, done);
        }
    }

    private void CheckYes(ConversationState before, Incoming incoming, Decided decided, ShopCommand command)
    {
        if (incoming is ReviewDecided { AtDesk: { } personal })
        {
            CheckPersonal(before, decided, personal, command);
            return;
        }

        if (incoming is CommandAnswered && before.Case is { Rest: [var next, ..] } several && command.OrderNo == next.OrderNo)
        {
            CheckNext(several, next, decided, command);
            return;
        }

        if (incoming is RecipientAnswered or CommandAnswered && decided.State.Case is { Coordination.IsAgreed: true } agreed)
        {
            CheckAgreed(before, incoming, agreed, command);
            return;
        }

        if (decided.State.Case is { Approved: true, Filing: { } filing } approved && incoming is not CustomerSaid)
        {
            CheckApproved(before, incoming, approved, filing, command);
            return;
        }

        BrokenRule.Unless(incoming is CustomerSaid said && IsYes(said, before.Asked), "nothing moves without a yes", () => $"{incoming} → {command}");
        var file = before.Case;
        BrokenRule.Unless(file is { Confirmation: not null, State: CaseState.Confirming, Order: not null }, "a yes answers a read-back", () => $"{file}");
        var confirmation = file!.Confirmation!;
        BrokenRule.Unless(_answered.Add(confirmation.Id), "a read-back is answered once", () => confirmation.Id);
        BrokenRule.Unless(!_settled.Contains(file.Number), "a settled case moves nothing", () => file.Number);
        var asRead = command switch
        {
            CancelOrder cancel => confirmation.Remedy == Remedy.Cancel && cancel.ExpectedVersion == confirmation.Version,
            RefundOrder refund => file.IsGranted && confirmation.Remedy == Remedy.Cancel && refund.ExpectedVersion == confirmation.Version && refund.AmountFen == file.Order!.AmountFen,
            ModifyOrder modify => confirmation.Remedy == Remedy.Modify && modify.ExpectedVersion == confirmation.Version && modify.Changes == confirmation.Changes && !modify.Changes.IsEmpty,
            _ => false,
        };
        BrokenRule.Unless(asRead && command.OrderNo == file.Order!.OrderNo && command.CaseNumber == file.Number, "what was read back is what is sent", () => $"{confirmation} → {command}");
        BrokenRule.Unless(decided.State.Case is { State: CaseState.Executing, Pending: { } pending } && pending.Key == command.Key, "what is sent is waited for");
    }

    /// <summary>After one duplicate the next is cancelled that the same yes named, for the version that was read back, or that the same approval covers (D2).</summary>
    private void CheckNext(CaseFile before, RestOrder next, Decided decided, ShopCommand command)
    {
        BrokenRule.Unless(!_settled.Contains(before.Number), "a settled case moves nothing", () => before.Number);
        var isCovered = command switch
        {
            CancelOrder cancel => cancel.ExpectedVersion == next.Confirmed,
            RefundOrder refund => before.Approved && before.Filing!.Also.Contains(refund.OrderNo),
            _ => false,
        };
        BrokenRule.Unless(isCovered && decided.State.Case?.Pending?.Key == command.Key, "what was read back is what is sent", () => $"{next} → {command}");
    }

    /// <summary>An approval sends what the customer said yes to when it was filed, once; and once more only where the shop's version had moved (D4).</summary>
    private void CheckApproved(ConversationState before, Incoming incoming, CaseFile file, Filing filing, ShopCommand command)
    {
        BrokenRule.Unless(
            incoming is ReviewDecided { Verdict: ReviewVerdict.Approve } || incoming is CommandAnswered { Result: CommandRefused { Code: "version_moved" } },
            "an approval, or a version that moved, sends a command", () => $"{incoming} → {command}");
        BrokenRule.Unless(before.Case?.Number == file.Number && filing == before.Case.Filing, "what was filed is what is carried out");
        BrokenRule.Unless(!_settled.Contains(file.Number), "a settled case moves nothing", () => file.Number);
        var asFiled = command switch
        {
            RefundOrder refund => filing.Request == Remedy.Cancel && refund.AmountFen == file.Order!.AmountFen && refund.ExpectedVersion == file.Order.Version,
            ModifyOrder modify => filing.Request == Remedy.Modify && modify.Changes == filing.Wanted && modify.ExpectedVersion == file.Order!.Version,
            _ => false,
        };
        BrokenRule.Unless(asFiled && file.Pending?.Key == command.Key, "what was applied for is what is sent", () => $"{filing} → {command}");
    }

    /// <summary>A person at the desk decides for what the customer has agreed to, applied for or said; large amounts take two.</summary>
    private void CheckPersonal(ConversationState before, Decided decided, PersonalDecision personal, ShopCommand command)
    {
        var (was, file) = (before.Case!, decided.State.Case!);
        var isFiled = was.Filing?.Covers(personal.Remedy, was.Wanted) ?? false;
        BrokenRule.Unless(personal.CustomerAgreed || isFiled, "a person's approval has the customer's yes (G2)", command.ToString);
        BrokenRule.Unless(!_settled.Contains(file.Number), "a settled case moves nothing", () => file.Number);
        BrokenRule.Unless(was.Pending is null && file.Pending?.Key == command.Key, "what is sent is waited for");
        BrokenRule.Unless(
            was.Order!.AmountFen < 5_000 || was.ApprovedRemedy is not null || (was.FirstApproval is { } first && first.PersonId != personal.By.Id), "a large amount takes two people", command.ToString);
        BrokenRule.Unless(command is ModifyOrder == (personal.Remedy == Remedy.Modify), "what was approved is what is sent", command.ToString);
        BrokenRule.Unless(decided.Events.OfType<DeskDecided>().Any(happened => happened.Result == DeskDecisionResult.Done), "who decided stands in the audit record");
    }

    /// <summary>A recipient's agreement sends the whole amount back, once (D1); and once more only where the shop's version had moved.</summary>
    private void CheckAgreed(ConversationState before, Incoming incoming, CaseFile file, ShopCommand command)
    {
        BrokenRule.Unless(
            incoming is RecipientAnswered { Answer: RecipientAnswer.Agrees } || incoming is CommandAnswered { Result: CommandRefused { Code: "version_moved" } },
            "an agreement, or a version that moved, sends a command", () => $"{incoming} → {command}");
        BrokenRule.Unless(before.Case?.Number == file.Number && !_settled.Contains(file.Number), "a settled case moves nothing", () => file.Number);
        BrokenRule.Unless(
            command is RefundOrder refund && refund.AmountFen == file.Order!.AmountFen && refund.ExpectedVersion == file.Order.Version && file.Pending?.Key == command.Key,
            "what was agreed to is what is sent", command.ToString);
    }

    private void CheckDone(ConversationState before, Decided decided, ShopCommand done)
    {
        if (before.Case is { Rest.Count: > 0 } several && several.Pending?.Key == done.Key && done is not ModifyOrder)
        {
            BrokenRule.Unless(
                decided.State.Case!.Settled.Select(settled => settled.OrderNo).SequenceEqual(several.Settled.Select(settled => settled.OrderNo).Append(done.OrderNo)), "what is done is noted once", done.ToString);
            BrokenRule.Unless(decided.Messages.Count > 0, "what is done is told");
        }
        else if (before.Case?.Pending?.Key == done.Key)
        {
            BrokenRule.Unless(_settled.Add(done.CaseNumber), "a case is settled once", () => done.CaseNumber);
            BrokenRule.Unless(decided.State.Case is { State: CaseState.Closed, Outcome: Outcome.Cancelled or Outcome.Modified or Outcome.Refunded or Outcome.ReturnedByRecipient }, "what is done ends the case");
            BrokenRule.Unless(decided.Messages.Count > 0, "what is done is told");
        }
        else
        {
            BrokenRule.Unless(_settled.Contains(done.CaseNumber) || (before.Case?.Settled.Any(settled => settled.OrderNo == done.OrderNo) ?? false), "what is done reaches its case", done.ToString);
        }
    }

    private static bool IsYes(CustomerSaid said, AskedQuestion? asked) => said.Choice is { } choice
        ? choice.Option == "yes" && choice.Question == asked?.Id
        : Words.IsYes(said.Text) || (asked?.Options.Any(option => option.Id == "yes" && string.Equals(option.Label, said.Text.Trim(), StringComparison.OrdinalIgnoreCase)) ?? false);
}
