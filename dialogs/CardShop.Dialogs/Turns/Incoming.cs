using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding.SecondOpinions;

namespace CardShop.Dialogs.Turns;

/// <summary>One thing that has happened to a conversation and asks for a decision.</summary>
public abstract record Incoming;

/// <summary>Somebody has opened the conversation.</summary>
/// <param name="Locale">The client's locale, such as <c>zh-CN</c>; null when it told none.</param>
public sealed record CustomerJoined(string? Locale) : Incoming;

/// <summary>A parked case is taken up again, within the turn that left it the only one to ask for something.</summary>
internal sealed record CaseTakenUp : Incoming;

/// <summary>The customer has said or chosen something.</summary>
/// <param name="Text">What was typed; empty when only a card was used. At most 4,000 characters reach the engine.</param>
/// <param name="Choice">What was pressed on a card; null for typed words and plain buttons, which say their label.</param>
/// <param name="Locale">The client's locale; null when it told none.</param>
public sealed record CustomerSaid(string Text, Choice? Choice = null, string? Locale = null) : Incoming
{
    /// <summary>The files that came with it, or that came alone by the upload page; the words are then empty.</summary>
    public IReadOnlyList<ArrivedFile> Files { get; init; } = [];

    /// <summary>What somebody else makes of the words, where the bot is not sure of them; null where nobody was asked or had an answer.</summary>
    public Opinion? Opinion { get; init; }
}

/// <summary>Something was pressed on a card that the bot has sent.</summary>
/// <param name="Question">The <see cref="Replies.Message.QuestionId"/> of the message that carried the card: an outdated card is recognised by it.</param>
/// <param name="Option">The <see cref="Replies.Option.Id"/> that was pressed.</param>
public sealed record Choice(string Question, string Option);

/// <summary>News of a case of the same customer's, said in another conversation in their absence (rule R5): it is told here as well, since they have written here since.</summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Text">What was said there.</param>
public sealed record NewsTold(string CaseNumber, string Text) : Incoming;

/// <summary>A command that an earlier turn has sent was answered.</summary>
/// <param name="Command">The command.</param>
/// <param name="Result">What became of it.</param>
public sealed record CommandAnswered(ShopCommand Command, CommandResult Result) : Incoming;

/// <summary>
/// A reviewer of the shop has decided (rule R5). Whoever brings it has made sure that it comes from the shop, and brings each decision once.
/// It goes to the conversation that the case belongs to.
/// </summary>
/// <param name="CaseNumber">The case.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Reason">Why, in the reviewer's words; null when none was given. It is shown to the customer.</param>
/// <param name="Link">The link that is missing: asked for by <see cref="ReviewVerdict.MoreEvidence"/>, the cause of a <see cref="ReviewVerdict.Refuse"/> (rule D5); else null.</param>
public sealed record ReviewDecided(string CaseNumber, ReviewVerdict Verdict, string? Reason = null, EvidenceLink? Link = null) : Incoming
{
    /// <summary>Who has decided it at our own desk; null when it comes from the shop.</summary>
    public PersonalDecision? AtDesk { get; init; }
}

/// <summary>What a reviewer has decided (rule R5).</summary>
public enum ReviewVerdict
{
    /// <summary>It may be done: the bot then sends the command (rule D4).</summary>
    Approve,

    /// <summary>It may not.</summary>
    Refuse,

    /// <summary>A named piece of evidence is wanted first.</summary>
    MoreEvidence,
}

/// <summary>
/// The shop has told that an order is no longer as it was: a payment was booked, a refund arrived, goods went out. What it is now is read by
/// <see cref="ReadOrder"/>, so events that come twice or out of order do no harm. It goes to each conversation with a case about the order.
/// </summary>
/// <param name="OrderNo">The order.</param>
public sealed record OrderMoved(string OrderNo) : Incoming;

/// <summary>The holder of the account that the goods went to has answered the shop (rule L1). It goes to each conversation with a case about the order.</summary>
/// <param name="OrderNo">The order.</param>
/// <param name="Answer">What was answered.</param>
public sealed record RecipientAnswered(string OrderNo, RecipientAnswer Answer) : Incoming;

/// <summary>What a recipient (收款方) answers.</summary>
public enum RecipientAnswer
{
    /// <summary>It is given back.</summary>
    Agrees,

    /// <summary>It is not.</summary>
    Refuses,

    /// <summary>Nothing came, and nothing is expected any more.</summary>
    Silent,
}

/// <summary>A moment that an earlier turn asked to be woken at has come.</summary>
/// <param name="Kind">What the moment was for.</param>
public sealed record DeadlineReached(DeadlineKind Kind) : Incoming;

/// <summary>What a deadline is for. A conversation has at most one of each kind.</summary>
public enum DeadlineKind
{
    /// <summary>The golden window (黄金期) of the order in hand ends (rule G4).</summary>
    WindowEnd,

    /// <summary>Two minutes of the golden window are left (rule G4).</summary>
    WindowClosing,

    /// <summary>The lease that keeps the order from shipping ends (DESIGN.md, decision 10).</summary>
    LeaseEnd,

    /// <summary>A question has gone unanswered for a while: the one reminder.</summary>
    Unanswered,

    /// <summary>A review should have been answered by now (rule R3).</summary>
    ReviewDue,

    /// <summary>A payment or a refund is looked up again (rules D6, P11).</summary>
    LookAgain,

    /// <summary>A recipient is reminded, or the wait for the recipient ends (rule D8).</summary>
    RecipientDue,

    /// <summary>A draft that nobody came back to, and its evidence, has been kept long enough (rule E6).</summary>
    DraftRetention,
}
