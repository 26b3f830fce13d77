using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Persistence.Desk;

/// <summary>A case as the desk lists it: written with each turn of its conversation, in that turn's transaction, so that the queue can't disagree with the case.</summary>
public sealed class DeskCaseRow
{
    /// <summary>The case number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>The conversation that it lives in.</summary>
    public required string ConversationId { get; init; }

    /// <summary>The channel that the customer writes from.</summary>
    public required string Channel { get; init; }

    /// <summary>The signed-in customer, or null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>What it waits for; null when nobody at the desk is needed.</summary>
    public DeskKind? Kind { get; private set; }

    /// <summary>Since when it waits for that; null when it does not.</summary>
    public DateTimeOffset? WaitingSince { get; private set; }

    /// <summary>Why a person was called.</summary>
    public PersonCause? Cause { get; private set; }

    /// <summary>The path; null until known.</summary>
    public CasePath? Path { get; private set; }

    /// <summary>What became of it; null while open.</summary>
    public Outcome? Outcome { get; private set; }

    /// <summary>What was paid, in fen; null before an order is known.</summary>
    public long? AmountFen { get; private set; }

    /// <summary>The next deadline; null when there is none.</summary>
    public DateTimeOffset? Deadline { get; private set; }

    /// <summary>What the deadline is of.</summary>
    public string? DeadlineKind { get; private set; }

    /// <summary>The language of the conversation.</summary>
    public Language Language { get; private set; }

    /// <summary>The order; null before one is known.</summary>
    public string? OrderNo { get; private set; }

    /// <summary>The number that the order was found by, such as the payment's.</summary>
    public string? FoundBy { get; private set; }

    /// <summary>The number of its payment; null where the shop doesn't tell it.</summary>
    public string? PaymentNo { get; private set; }

    /// <summary>Product and face value.</summary>
    public string? Product { get; private set; }

    /// <summary>The last four digits of the phone that the goods went to.</summary>
    public string? PhoneTail { get; private set; }

    /// <summary>Who holds it; null while nobody does.</summary>
    public string? HolderId { get; private set; }

    /// <summary>The holder's name.</summary>
    public string? HolderName { get; private set; }

    /// <summary>Since when they hold it.</summary>
    public DateTimeOffset? HeldSince { get; private set; }

    /// <summary>When the customer last said something.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>When the holder last said something.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When a person was first called; null when never.</summary>
    public DateTimeOffset? CalledAt { get; private set; }

    /// <summary>When a person first took it after that; what the expected wait is measured by (rule H1).</summary>
    public DateTimeOffset? TakenAt { get; private set; }

    /// <summary>When a person first said something after that.</summary>
    public DateTimeOffset? FirstAnswerAt { get; private set; }

    /// <summary>When the review is due; null without one.</summary>
    public DateTimeOffset? ReviewDue { get; private set; }

    /// <summary>When a reviewer has decided.</summary>
    public DateTimeOffset? ReviewedAt { get; private set; }

    /// <summary>Whether a first person has approved, and a second one is wanted.</summary>
    public bool AwaitsSecond { get; private set; }

    /// <summary>When it ended; null while open.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>When the customer was asked how it was, and answered: <c>good fair bad</c>.</summary>
    public string? Rating { get; private set; }

    /// <summary>The customer's line of text beside it. Personal.</summary>
    public string? RatingWords { get; private set; }

    /// <summary>When it came to the desk.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last moved.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Takes over where the case stands after a turn.</summary>
    /// <param name="state">The conversation.</param>
    /// <param name="file">Its case.</param>
    /// <param name="deadline">The next deadline with its kind, as the case's view has it.</param>
    /// <param name="incoming">What happened.</param>
    /// <param name="at">When.</param>
    public void Move(ConversationState state, CaseFile file, (DateTimeOffset At, string Kind)? deadline, Incoming incoming, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(file);
        var kind = KindOf(state, file);
        WaitingSince = kind is null ? null : kind == Kind ? WaitingSince ?? at : at;
        Kind = kind;
        (Cause, Path, Outcome) = (file.PersonCause, file.Path ?? file.Decision?.Path, file.Outcome);
        (Deadline, DeadlineKind) = (deadline?.At, deadline?.Kind);
        Language = state.Language;
        AwaitsSecond = file.FirstApproval is not null;
        TakeOrder(file);
        TakeTimes(state, file, incoming, at);
        TakeHolder(state.Person, incoming, at);
        EndedAt = file.State == CaseState.Closed ? EndedAt ?? at : null;
        (Rating, RatingWords) = (file.Satisfaction?.Rating, file.Satisfaction?.Words);
        UpdatedAt = at;
    }

    private void TakeOrder(CaseFile file)
    {
        FoundBy = file.FoundBy;
        if (file.Order is { } order)
        {
            (OrderNo, PaymentNo, AmountFen, Product) = (order.OrderNo, order.PaymentNo is { Length: <= Lengths.Id } payment ? payment : null, order.AmountFen, $"{order.Product} {order.Denomination}");
            PhoneTail = order.Target.Phone is { Length: >= 4 } phone ? phone[^4..] : null;
        }
    }

    private void TakeTimes(ConversationState state, CaseFile file, Incoming incoming, DateTimeOffset at)
    {
        HeardAt = state.HeardAt;
        CalledAt ??= Kind == DeskKind.Person || state.Person is not null ? at : null;
        TakenAt ??= state.Person is null ? null : at;
        ReviewDue = file.Filing?.DueBy ?? ReviewDue;
        if (incoming is ReviewDecided && ReviewDue is not null && ReviewedAt is null && (file.Approved || file.ApprovedRemedy is not null || file.WantedPiece is not null || file.Outcome is not null))
        {
            ReviewedAt = at;
        }

        if (incoming is PersonSaid said && state.Person?.Id == said.By.Id)
        {
            AnsweredAt = at;
            FirstAnswerAt ??= at;
        }
    }

    private void TakeHolder(Person? person, Incoming incoming, DateTimeOffset at)
    {
        if (HolderId != person?.Id)
        {
            HeldSince = person is null ? null : at;

            // Whoever comes next is waited for from now on, not from the first call on.
            WaitingSince = Kind is not null && incoming is PersonLeft ? at : WaitingSince;
        }

        (HolderId, HolderName) = (person?.Id, person?.Name);
    }

    /// <summary>A case that a person holds stays in their list, ended or not, until they have left it.</summary>
    private static DeskKind? KindOf(ConversationState state, CaseFile file) => (file.State, state.Person) switch
    {
        (CaseState.UnderReview, _) => DeskKind.Review,
        (CaseState.WithHuman, _) => file is { Filing: not null, PersonCause: null, Approved: false } ? DeskKind.Review : DeskKind.Person,
        (_, not null) => DeskKind.Person,
        _ => null,
    };
}

/// <summary>What a case at the desk waits for.</summary>
public enum DeskKind
{
    /// <summary>Somebody to talk to.</summary>
    Person,

    /// <summary>A reviewer's decision.</summary>
    Review,
}
