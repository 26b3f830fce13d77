using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;

namespace CardShop.Bot.Desk;

/// <summary>Keeps the desk's queue, in the transaction of each turn.</summary>
internal sealed class DeskBook(PolicySettings settings)
{
    /// <summary>Takes over where a case that the desk knows of stands now.</summary>
    public async Task RecordAsync(RunningTurn turn, Decided decided, CancellationToken cancellationToken)
    {
        if (decided.About is not { DeskSince: not null } file)
        {
            return;
        }

        var context = await turn.ContextAsync(cancellationToken);
        var row = await context.DeskCases.FindAsync([file.Number], cancellationToken) ?? Open(context, turn, file);
        row.Move(decided.State, file, DeskAdvice.DeadlineOf(file, turn.Now, settings), turn.Incoming, turn.Now);
    }

    private static DeskCaseRow Open(BotDbContext context, RunningTurn turn, CaseFile file)
    {
        var row = new DeskCaseRow
        {
            CaseNumber = file.Number,
            ConversationId = turn.Conversation.Id,
            Channel = turn.Conversation.Channel,
            CustomerId = turn.Conversation.CustomerId,
            CreatedAt = turn.Now,
        };
        context.DeskCases.Add(row);
        return row;
    }
}
