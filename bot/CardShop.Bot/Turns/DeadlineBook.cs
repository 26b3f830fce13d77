using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>Keeps the moments that a conversation wants to be woken at.</summary>
internal static class DeadlineBook
{
    /// <summary>Replaces all of the conversation's deadlines by those that the turn wants.</summary>
    public static void Replace(RunningTurn turn, IReadOnlyList<Deadline> wanted)
    {
        var open = wanted.Where(deadline => !HasCome(deadline, turn)).ToDictionary(deadline => deadline.Kind, deadline => deadline.At);
        foreach (var row in turn.Loaded.Deadlines.ToList())
        {
            if (!open.Remove(row.Kind, out var dueAt))
            {
                turn.Rows.Remove(row);
                turn.Loaded.Deadlines.Remove(row);
            }
            else if (dueAt != row.DueAt)
            {
                row.Move(dueAt);
            }
        }

        foreach (var (kind, dueAt) in open)
        {
            var row = DeadlineRow.At(turn.Conversation.Id, kind, dueAt);
            turn.Rows.Add(row);
            turn.Loaded.Deadlines.Add(row);
        }
    }

    /// <summary>The turn was woken by this very moment: it never comes twice.</summary>
    private static bool HasCome(Deadline deadline, RunningTurn turn) =>
        turn.Incoming is DeadlineReached reached && reached.Kind == deadline.Kind && deadline.At <= turn.Now;
}
