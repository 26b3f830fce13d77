using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>A person of the shop has taken the conversation over.</summary>
public sealed record PersonTookOver(string PersonId, string Name) : CaseEvent;

/// <summary>The person in charge has left.</summary>
public sealed record PersonWent(string PersonId, string Name, PersonLeaving How) : CaseEvent;

/// <summary>A person at the desk has decided, or tried to; noted once for each try, so that whoever tried can be told what became of it.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="What">What they wanted.</param>
/// <param name="Remedy">What was approved; null for others.</param>
/// <param name="Result">What became of it.</param>
/// <param name="AgainstAdvice">Whether the rules advise otherwise.</param>
public sealed record DeskDecided(string PersonId, string Name, DeskVerb What, Remedy? Remedy, DeskDecisionResult Result, bool AgainstAdvice = false) : CaseEvent;

/// <summary>The customer has said how content they are: <c>good fair bad</c>.</summary>
public sealed record CaseRated(string Number, string Rating) : CaseEvent;

/// <summary>What a person at the desk decides.</summary>
public enum DeskVerb
{
    /// <summary>It may be done.</summary>
    Approve,

    /// <summary>It may not.</summary>
    Refuse,

    /// <summary>A named piece is wanted.</summary>
    AskForPiece,

    /// <summary>The recipient is to be asked.</summary>
    Coordinate,

    /// <summary>It has ended.</summary>
    Close,
}

/// <summary>What became of a decision at the desk.</summary>
public enum DeskDecisionResult
{
    /// <summary>It is in force.</summary>
    Done,

    /// <summary>It was noted; a second person has to approve.</summary>
    FirstOfTwo,

    /// <summary>It is in force, and the customer has still to say yes (rule G2).</summary>
    AwaitsYes,

    /// <summary>Somebody has decided before: nothing happened.</summary>
    AlreadyDecided,

    /// <summary>The rules advise otherwise, and this person may not decide against them: nothing happened.</summary>
    NotAgainstAdvice,

    /// <summary>The case is not where it could be done, or the shop could not be asked: nothing happened.</summary>
    NotNow,
}
