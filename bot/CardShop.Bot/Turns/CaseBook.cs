using CardShop.Bot.Shop;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Turns;

/// <summary>Keeps the cases as they stand, for counting and searching, and the changes that rule G3 counts.</summary>
internal static class CaseBook
{
    /// <summary>Takes over where the turn's messages say that its cases stand.</summary>
    public static async Task RecordAsync(BotDbContext context, RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        foreach (var view in decided.Messages.Select(message => message.Case).OfType<CaseView>().GroupBy(view => view.Number).Select(views => views.Last()))
        {
            var row = await context.Cases.FindAsync([view.Number], cancellationToken) ?? Open(context, turn, view.Number);
            if (row.ConversationId != turn.Conversation.Id)
            {
                throw new CaseNumberTakenException(view.Number);
            }

            if (decided.CaseOf(view.Number) is { } file)
            {
                row.Begin(file.FirstOdds, file.Order?.Product);
            }

            foreach (var also in view.Orders.Skip(1))
            {
                if (await context.CaseOrders.FindAsync([view.Number, also.No], cancellationToken) is null)
                {
                    context.CaseOrders.Add(new CaseOrderRow { CaseNumber = view.Number, OrderNo = also.No });
                }
            }

            if (row.Move(view.Orders is [var first, ..] ? first.No : null, view.Stage, view.Path, view.Outcome, turn.Now) && row.OrderNo is not null)
            {
                context.Outbox.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopCase, ShopCases.Write(row), turn.Now));
            }
        }

        if (turn.Incoming is CommandAnswered { Command: CancelOrder or ModifyOrder, Result: CommandDone } answered)
        {
            context.Changes.Add(new ChangeRow
            {
                CommandKey = answered.Command.Key,
                Key = turn.Conversation.CustomerId ?? answered.Command.OrderNo,
                CaseNumber = answered.Command.CaseNumber,
                At = turn.Now,
            });
        }
    }

    private static CaseRow Open(BotDbContext context, RunningTurn turn, string number)
    {
        var row = new CaseRow
        {
            Number = number,
            ConversationId = turn.Conversation.Id,
            CustomerId = turn.Conversation.CustomerId,
            OpenedAt = turn.Now,
        };
        context.Cases.Add(row);
        return row;
    }
}

/// <summary>The fresh case number belongs to another conversation: the turn is run again with the next one.</summary>
internal sealed class CaseNumberTakenException(string number) : Exception($"Case number {number} is taken.");
