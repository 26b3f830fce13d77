using CardShop.Bot.Shop;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <summary>Keeps the cases as they stand, for counting and searching, and the changes that rule G3 counts.</summary>
internal static class CaseBook
{
    /// <summary>Takes over where the turn's messages say that its cases stand.</summary>
    public static void Record(RunningTurn turn, Decided decided)
    {
        foreach (var view in decided.Messages.Select(message => message.Case).OfType<CaseView>().GroupBy(view => view.Number).Select(views => views.Last()))
        {
            var row = turn.Loaded.Cases.Find(known => known.Number == view.Number) ?? Open(turn, view.Number);
            if (decided.CaseOf(view.Number) is { } file)
            {
                row.Begin(file.FirstOdds, file.Order?.Product);
            }

            foreach (var also in view.Orders.Skip(1))
            {
                turn.Rows.AddOnce(new CaseOrderRow { CaseNumber = view.Number, OrderNo = also.No });
            }

            if (row.Move(view.Orders is [var first, ..] ? first.No : null, view.Stage, view.Path, view.Outcome, turn.Now) && row.OrderNo is not null)
            {
                turn.Rows.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopCase, ShopCases.Write(row), turn.Now));
            }
        }

        if (turn.Incoming is CommandAnswered { Command: CancelOrder or ModifyOrder, Result: CommandDone } answered)
        {
            turn.Rows.Add(new ChangeRow
            {
                CommandKey = answered.Command.Key,
                Key = turn.Conversation.CustomerId ?? answered.Command.OrderNo,
                CaseNumber = answered.Command.CaseNumber,
                At = turn.Now,
            });
        }
    }

    /// <summary>A fresh number that belongs to another conversation is a conflict when it is saved: the turn is run again with the next one.</summary>
    private static CaseRow Open(RunningTurn turn, string number)
    {
        var row = new CaseRow
        {
            Number = number,
            ConversationId = turn.Conversation.Id,
            CustomerId = turn.Conversation.CustomerId,
            OpenedAt = turn.Now,
        };
        turn.Rows.Add(row);
        turn.Loaded.Cases.Add(row);
        return row;
    }
}
