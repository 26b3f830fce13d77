using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Desk;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>Makes the queue's lines of rows.</summary>
internal sealed class QueueItems(IOptions<DeskOptions> options)
{
    /// <summary>A case that the desk knows.</summary>
    public QueueItem Of(DeskCaseRow row, DateTimeOffset now)
    {
        var (deadline, kind) = DeadlineOf(row, now);
        return new QueueItem
        {
            CaseNumber = row.CaseNumber,
            Kind = row.Kind switch
            {
                DeskKind.Person => QueueKind.Person,
                DeskKind.Review => QueueKind.Review,
                _ => row.EndedAt is null ? QueueKind.Bot : QueueKind.Ended,
            },
            Cause = row.Cause,
            Path = row.Path,
            Outcome = row.Outcome,
            AmountFen = row.AmountFen,
            WaitingSince = row.WaitingSince ?? row.CreatedAt,
            Deadline = deadline,
            DeadlineKind = kind,
            Language = row.Language,
            Channel = row.Channel,
            OrderNo = row.OrderNo,
            Product = row.Product,
            HolderId = row.HolderId,
            HolderName = row.HolderName,
            HeardAt = row.HeardAt,
            AwaitsAnswer = row.HolderId is not null && row.HeardAt > (row.AnsweredAt ?? row.HeldSince),
            AwaitsSecondPerson = row.AwaitsSecond,
        };
    }

    /// <summary>A case that has never been at the desk.</summary>
    public static QueueItem Of(CaseRow row) => new()
    {
        CaseNumber = row.Number,
        Kind = row.Stage == Stage.Closed ? QueueKind.Ended : QueueKind.Bot,
        Path = row.Path,
        Outcome = row.Outcome,
        WaitingSince = row.OpenedAt,
        Language = Dialogs.Understanding.Language.Chinese,
        Channel = row.ConversationId.Split(':')[0],
        OrderNo = row.OrderNo,
        Product = row.Product,
    };

    /// <summary>The window while it is open, then the review's due day; whoever waits for a person without either is to be answered within the time that customers are told (rule H1).</summary>
    private (DateTimeOffset? At, string? Kind) DeadlineOf(DeskCaseRow row, DateTimeOffset now) => row switch
    {
        { DeadlineKind: QueueRanking.Window, Deadline: { } end } when end > now => (end, QueueRanking.Window),
        { Kind: DeskKind.Review, ReviewDue: { } due } => (due, "review"),
        { Kind: DeskKind.Person, HolderId: null, WaitingSince: { } since } => (options.Value.AnswerBy(since), QueueRanking.Answer),
        { DeadlineKind: QueueRanking.Window } => (null, null),
        _ => (row.Deadline, row.DeadlineKind),
    };
}
