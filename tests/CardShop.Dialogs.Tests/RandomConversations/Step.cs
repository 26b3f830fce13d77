using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>One thing that happens in a random conversation. Plain data, so that a conversation can be printed, replayed and shortened; what no longer fits is passed over.</summary>
internal abstract record Step;

/// <summary>The page is opened.</summary>
internal sealed record Joins(string? Locale) : Step;

/// <summary>The customer types something.</summary>
internal sealed record Says(string Text) : Step;

/// <summary>The customer sends files, with or without words; some can't be kept.</summary>
internal sealed record SendsFiles(string Text, int Kept, FileRefusal? Refused) : Step;

/// <summary>A button of the last message that had some, or of one before it, is pressed on its card.</summary>
internal sealed record Presses(int Back, int Button) : Step;

/// <summary>A button's label is said, as every channel's plain buttons do.</summary>
internal sealed record Taps(int Back, int Button) : Step;

/// <summary>The clock moves.</summary>
internal sealed record Waits(TimeSpan Time) : Step;

/// <summary>The moment that the conversation wanted to be woken at, or another one, has come.</summary>
internal sealed record Wakes : Step;

/// <summary>The oldest command that waits for an answer gets one.</summary>
internal sealed record ShopAnswers(Fate Fate, string Code = "") : Step;

/// <summary>The last answer to a command is told once more.</summary>
internal sealed record AnswerComesAgain : Step;

/// <summary>An order moves on while the customer types.</summary>
internal sealed record OrderMoves(int Order, OrderMove Move) : Step;

/// <summary>The shop tells that the order in hand is no longer as it was, whether it is or not.</summary>
internal sealed record OrderNews : Step;

/// <summary>A reviewer answers, asked or not.</summary>
internal sealed record ReviewerSays(ReviewVerdict Verdict, EvidenceLink? Link) : Step;

/// <summary>A person of the shop takes the conversation over, or tries to.</summary>
internal sealed record PersonComes(int Who, bool Relieves) : Step;

/// <summary>A person of the shop says something, in charge or not.</summary>
internal sealed record PersonTalks(int Who) : Step;

/// <summary>A person of the shop leaves.</summary>
internal sealed record PersonGoes(int Who, PersonLeaving How) : Step;

/// <summary>A person of the shop decides.</summary>
internal sealed record PersonDecides(int Who, ReviewVerdict Verdict, CardShop.Dialogs.Understanding.Remedy Remedy, bool Agreed, bool MayOverride) : Step;

/// <summary>A person of the shop closes the case, or sends it to the recipient.</summary>
internal sealed record PersonEnds(int Who, CardShop.Dialogs.Cases.Outcome? Outcome) : Step;

/// <summary>The recipient answers, asked or not.</summary>
internal sealed record RecipientSays(RecipientAnswer Answer) : Step;

/// <summary>The shop is up, or down, or tired.</summary>
internal sealed record ShopIs(ShopMood Mood) : Step;

/// <summary>What the shop says of a target that is asked about.</summary>
internal sealed record TargetsAre(TargetOwner Owner, string? Nickname) : Step;

/// <summary>What our own books count.</summary>
internal sealed record BooksSay(int Changes, int Waiting) : Step;

/// <summary>What becomes of a command.</summary>
internal enum Fate
{
    /// <summary>The shop does what it should.</summary>
    Honest,

    /// <summary>It refuses, with a code.</summary>
    Refused,

    /// <summary>Nothing comes back, and nothing was done.</summary>
    Silent,

    /// <summary>Nothing comes back, but it was done.</summary>
    SilentAfterEffect,
}

/// <summary>How an order moves on.</summary>
internal enum OrderMove
{
    Ships,
    IsPartlyDelivered,
    IsDelivered,
    Fails,
    IsAbnormal,
    IsLost,
    IsPaid,
    IsClosed,
    IsRefunded,
    IsFrozen,
    IsThawed,
    CannotBeChanged,
    CannotBeCancelled,
    WantsReview,
    CanAll,
}

/// <summary>How the shop answers questions.</summary>
internal enum ShopMood
{
    Answers,
    IsSilent,
    Throttles,
    KnowsNothing,
    CanDoLittle,
}
