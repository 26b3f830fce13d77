using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>The moments at which a conversation wants to be woken. They follow from its state alone, so that each turn sets all of them afresh and none is forgotten.</summary>
internal static class Timers
{
    /// <summary>How long before the window's end the customer is told (G4).</summary>
    public static readonly TimeSpan ClosingNotice = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstLook = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(6);

    /// <summary>The moments, at most one of each kind.</summary>
    public static IReadOnlyList<Deadline> Of(ConversationState state, DateTimeOffset now, PolicySettings settings)
    {
        var deadlines = OfFront(state, now, settings);
        foreach (var parked in state.Parked)
        {
            deadlines.AddRange(OfFront(state with { Case = parked, Asked = null }, now, settings).Where(deadline => deadline.Kind is not (DeadlineKind.WindowEnd or DeadlineKind.WindowClosing or DeadlineKind.LeaseEnd)));
        }

        return state.Parked.Count == 0 ? deadlines : [.. deadlines.GroupBy(deadline => deadline.Kind).Select(same => same.MinBy(deadline => deadline.At)!)];
    }

    /// <summary>Whether nothing goes on in a case before its customer has said more.</summary>
    public static bool NeedsCustomer(CaseFile file) =>
        CaseStages.Of(file.State) is Stage.Triage or Stage.FindingOrder or Stage.Explaining or Stage.Confirming or Stage.Filing || file.State == CaseState.AwaitingReview;

    private static List<Deadline> OfFront(ConversationState state, DateTimeOffset now, PolicySettings settings)
    {
        var deadlines = new List<Deadline>();
        if (state.Case is { } file)
        {
            AddWindow(deadlines, file, now, settings);
            AddReview(deadlines, file);
            AddRecipient(deadlines, file, settings);
            AddLookAgain(deadlines, file, now);
        }

        if (state.HeardAt is { } heard && IsDraft(state))
        {
            var remindAt = heard + settings.ReminderAfter;
            if (!state.Reminded && state.Asked is not null && remindAt > now && !deadlines.Exists(deadline => deadline.Kind is DeadlineKind.LeaseEnd))
            {
                deadlines.Add(new Deadline(DeadlineKind.Unanswered, remindAt));
            }

            deadlines.Add(new Deadline(DeadlineKind.DraftRetention, heard + settings.DraftRetention));
        }

        return deadlines;
    }

    /// <summary>Whether something lies about that only its customer can take on: a case that nobody works at, or evidence without a case.</summary>
    public static bool IsDraft(ConversationState state) => state.Case is { State: not (CaseState.Closed or CaseState.Guided) } file
        ? CaseStages.Of(file.State) is Stage.Triage or Stage.FindingOrder or Stage.Explaining or Stage.Confirming or Stage.Filing || file is { State: CaseState.AwaitingReview, Filing: null }
        : state.UnclaimedEvidence.Count > 0;

    /// <summary>Whether a refund is on its way (P11).</summary>
    public static bool AwaitsRefund(CaseFile file) => file.State == CaseState.Closed && MergedRefund.Of(file) is { State: RefundState.Requested or RefundState.Processing };

    /// <summary>The pause before a payment or a refund is looked up once more: longer each time, a refund not before it is due.</summary>
    public static DateTimeOffset NextLook(CaseFile file, DateTimeOffset now)
    {
        var pause = TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, FirstLook.Ticks << Math.Min(file.Looks, 20)));
        var next = now + pause;
        return file is { State: CaseState.Closed, Looks: 0 } && MergedRefund.Of(file)?.ExpectedBy is { } due && due > next ? due : next;
    }

    private static void AddWindow(List<Deadline> deadlines, CaseFile file, DateTimeOffset now, PolicySettings settings)
    {
        if (CaseViews.Deadline(file, settings) is not { } end || end <= now)
        {
            return;
        }

        deadlines.Add(new Deadline(DeadlineKind.WindowEnd, end));
        if (end - ClosingNotice > now)
        {
            deadlines.Add(new Deadline(DeadlineKind.WindowClosing, end - ClosingNotice));
        }

        if (file.HeldUntil is { } held && held > now && held < end - ClosingNotice)
        {
            deadlines.Add(new Deadline(DeadlineKind.LeaseEnd, held));
        }
    }

    private static void AddReview(List<Deadline> deadlines, CaseFile file)
    {
        if (CaseViews.ReviewDue(file) is { } due && !file.OverdueTold)
        {
            deadlines.Add(new Deadline(DeadlineKind.ReviewDue, due));
        }
    }

    private static void AddRecipient(List<Deadline> deadlines, CaseFile file, PolicySettings settings)
    {
        if (CaseViews.RecipientDue(file, settings) is { } due)
        {
            deadlines.Add(new Deadline(DeadlineKind.RecipientDue, due));
        }
    }

    private static void AddLookAgain(List<Deadline> deadlines, CaseFile file, DateTimeOffset now)
    {
        if (file.State == CaseState.AwaitingReconciliation || AwaitsRefund(file))
        {
            deadlines.Add(new Deadline(DeadlineKind.LookAgain, file.NextLook is { } next && next > now ? next : NextLook(file, now)));
        }
    }
}
