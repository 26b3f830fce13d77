using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>Keeps the moments that a conversation wants to be woken at.</summary>
internal static class DeadlineBook
{
    /// <summary>Replaces all of the conversation's deadlines by those that the turn wants.</summary>
    public static void Replace(BotDbContext context, RunningTurn turn, IReadOnlyList<Deadline> wanted)
    {
        var open = wanted.Where(deadline => !HasCome(deadline, turn)).ToDictionary(deadline => deadline.Kind, deadline => deadline.At);
        foreach (var row in turn.Deadlines)
        {
            if (!open.Remove(row.Kind, out var dueAt))
            {
                context.Deadlines.Remove(row);
            }
            else if (dueAt != row.DueAt)
            {
                row.Move(dueAt);
            }
        }

        context.Deadlines.AddRange(open.Select(deadline => DeadlineRow.At(turn.Conversation.Id, deadline.Key, deadline.Value)));
    }

    /// <summary>The turn was woken by this very moment: it never comes twice.</summary>
    private static bool HasCome(Deadline deadline, RunningTurn turn) =>
        turn.Incoming is DeadlineReached reached && reached.Kind == deadline.Kind && deadline.At <= turn.Now;
}
