using CardShop.Dialogs.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>Keeps the moments that a conversation wants to be woken at.</summary>
internal static class DeadlineBook
{
    /// <summary>Replaces all of the conversation's deadlines by those that the turn wants.</summary>
    public static void Replace(RunningTurn turn, IReadOnlyList<Deadline> wanted)
    {
        var open = wanted.Where(deadline => !HasCome(deadline, turn)).ToDictionary(deadline => deadline.Kind);
        foreach (var row in turn.Loaded.Deadlines.ToList())
        {
            if (!open.Remove(row.Kind, out var deadline))
            {
                turn.Rows.Remove(row);
                turn.Loaded.Deadlines.Remove(row);
            }
            else if (!Serves(row, deadline, turn))
            {
                row.Move(deadline.At);
            }
        }

        foreach (var deadline in open.Values)
        {
            var row = DeadlineRow.At(turn.Conversation.Id, deadline.Kind, deadline.At);
            turn.Rows.Add(row);
            turn.Loaded.Deadlines.Add(row);
        }
    }

    /// <summary>The row can stay as it is. One that wakes the conversation too early is moved by the turn that it wakes.</summary>
    private static bool Serves(DeadlineRow row, Deadline deadline, RunningTurn turn) =>
        row.DueAt == deadline.At || (deadline.MayComeEarly && row.DueAt < deadline.At && row.DueAt > turn.Now);

    /// <summary>The turn was woken by this very moment: it never comes twice.</summary>
    private static bool HasCome(Deadline deadline, RunningTurn turn) =>
        turn.Incoming is DeadlineReached reached && reached.Kind == deadline.Kind && deadline.At <= turn.Now;
}
