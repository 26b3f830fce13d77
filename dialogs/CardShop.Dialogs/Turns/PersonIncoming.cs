using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;

namespace CardShop.Dialogs.Turns;

/// <summary>A person of the shop has done something about a case, at the desk. Whoever brings it has made sure who it is and that they may.</summary>
/// <param name="CaseNumber">The case: what comes for another one than that in hand changes nothing.</param>
/// <param name="By">Who.</param>
public abstract record PersonActed(string CaseNumber, Person By) : Incoming;

/// <summary>A person of the shop (同事).</summary>
/// <param name="Id">Names the account.</param>
/// <param name="Name">What the customer reads.</param>
public sealed record Person(string Id, string Name);

/// <summary>A person takes the conversation over: from here on the bot is silent (DESIGN.md, decision 8).</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="By">Who.</param>
/// <param name="InsteadOf">The id of whoever is relieved; null to take a case that nobody has. Anybody else keeps it.</param>
public sealed record PersonJoined(string CaseNumber, Person By, string? InsteadOf = null) : PersonActed(CaseNumber, By);

/// <summary>The person in charge has said something.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The words, passed on as they are.</param>
public sealed record PersonSaid(string CaseNumber, Person By, string Text) : PersonActed(CaseNumber, By)
{
    /// <summary>The files that come with it, kept already.</summary>
    public IReadOnlyList<EvidencePiece> Files { get; init; } = [];
}

/// <summary>The person in charge leaves.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="By">Who leaves; nobody else is sent away by it.</param>
/// <param name="How">What becomes of the case.</param>
public sealed record PersonLeft(string CaseNumber, Person By, PersonLeaving How) : PersonActed(CaseNumber, By);

/// <summary>How a person leaves a conversation.</summary>
public enum PersonLeaving
{
    /// <summary>The bot goes on.</summary>
    HandsBack,

    /// <summary>Another person is to take it.</summary>
    Releases,

    /// <summary>They are gone without a word: the case goes back into the queue.</summary>
    Vanishes,
}

/// <summary>A person wants the recipient asked (rules P3, L1).</summary>
public sealed record CoordinationWanted(string CaseNumber, Person By) : PersonActed(CaseNumber, By);

/// <summary>A person ends the case that they have seen to (rule D7).</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="By">Who.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record PersonClosed(string CaseNumber, Person By, Outcome Outcome) : PersonActed(CaseNumber, By);

/// <summary>What a person of the shop, and not the shop itself, brings to a decision (<see cref="ReviewDecided"/>).</summary>
/// <param name="By">Who decides.</param>
/// <param name="Remedy">What is approved; null for other verdicts.</param>
/// <param name="CustomerAgreed">The customer has said yes to exactly this in the conversation (rule G2).</param>
/// <param name="MayOverride">Whether they may decide against the rules' advice, and have given a reason.</param>
public sealed record PersonalDecision(Person By, Understanding.Remedy? Remedy = null, bool CustomerAgreed = false, bool MayOverride = false);
