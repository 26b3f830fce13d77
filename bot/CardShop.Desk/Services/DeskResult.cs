namespace CardShop.Desk.Services;

/// <summary>What an action has come to. What people can cause is told, never thrown.</summary>
/// <param name="Outcome">What it has come to.</param>
/// <param name="By">The display name of whoever was first (<see cref="DeskOutcome.AlreadyDone"/>), or of whoever holds the case (<see cref="DeskOutcome.HeldByAnother"/>).</param>
public sealed record DeskResult(DeskOutcome Outcome, string? By = null)
{
    /// <summary>It is done.</summary>
    public static DeskResult Done { get; } = new(DeskOutcome.Done);

    /// <summary>The role does not suffice.</summary>
    public static DeskResult NotAllowed { get; } = new(DeskOutcome.NotAllowed);

    /// <summary>There is no such case any more.</summary>
    public static DeskResult Gone { get; } = new(DeskOutcome.Gone);

    /// <summary>Whether it is done.</summary>
    public bool IsDone => Outcome == DeskOutcome.Done;
}

/// <summary>What an action at the desk has come to.</summary>
public enum DeskOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>It had been done before, by this person or another: nothing happened now.</summary>
    AlreadyDone,

    /// <summary>Another person holds the case.</summary>
    HeldByAnother,

    /// <summary>The role does not suffice.</summary>
    NotAllowed,

    /// <summary>There is no such case, person or file any more, or the case has ended.</summary>
    Gone,

    /// <summary>The case is not where this could be done.</summary>
    NotNow,

    /// <summary>It needs a reason, and none was given.</summary>
    NeedsReason,

    /// <summary>It was noted; a second person has to approve it before it takes effect.</summary>
    NeedsSecondPerson,

    /// <summary>The customer has not said yes to this yet (rule G2): confirm that they agreed in the conversation, or hand back and the bot reads it out.</summary>
    NeedsCustomersYes,

    /// <summary>The person holds as many cases as they can.</summary>
    AtCapacity,

    /// <summary>The shop decides reviews for itself, and not this desk.</summary>
    ShopDecides,

    /// <summary>The text is empty or too long, or the file can't be taken.</summary>
    NotAcceptable,
}
