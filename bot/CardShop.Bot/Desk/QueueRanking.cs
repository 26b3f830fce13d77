using CardShop.Desk.Services;

namespace CardShop.Bot.Desk;

/// <summary>Who comes first in the queue.</summary>
internal static class QueueRanking
{
    /// <summary>What a deadline is of while the golden window is open (rule G4).</summary>
    public const string Window = "window";

    /// <summary>What a deadline is of when a customer waits for somebody's first words.</summary>
    public const string Answer = "answer";

    /// <summary>The items in order; what nobody holds comes before what somebody does.</summary>
    public static IEnumerable<QueueItem> Ranked(this IEnumerable<QueueItem> items, QueueOrder order) => order switch
    {
        QueueOrder.Waiting => items.OrderBy(item => item.WaitingSince),
        QueueOrder.Deadline => items.OrderBy(Due).ThenBy(item => item.WaitingSince),
        QueueOrder.Amount => items.OrderByDescending(item => item.AmountFen ?? 0).ThenBy(item => item.WaitingSince),
        _ => items.OrderBy(item => item.HolderId is not null).ThenBy(item => item.DeadlineKind != Window).ThenBy(Due).ThenBy(item => item.WaitingSince).ThenBy(item => item.CaseNumber, StringComparer.Ordinal),
    };

    private static DateTimeOffset Due(QueueItem item) => item.Deadline ?? DateTimeOffset.MaxValue;
}
