using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>One thing that has happened to a conversation and asks for a decision.</summary>
public abstract record Incoming;

/// <summary>Somebody has opened the conversation.</summary>
/// <param name="Locale">The client's locale, such as <c>zh-CN</c>; null when it told none.</param>
public sealed record CustomerJoined(string? Locale) : Incoming;

/// <summary>The customer has said or chosen something.</summary>
/// <param name="Text">What was typed; empty when only a card was used. At most 4,000 characters reach the engine.</param>
/// <param name="Choice">What was pressed on a card; null for typed words and plain buttons, which say their label.</param>
/// <param name="Locale">The client's locale; null when it told none.</param>
public sealed record CustomerSaid(string Text, Choice? Choice = null, string? Locale = null) : Incoming
{
    /// <summary>The files that came with it, or that came alone by the upload page; the words are then empty.</summary>
    public IReadOnlyList<ArrivedFile> Files { get; init; } = [];
}

/// <summary>Something was pressed on a card that the bot has sent.</summary>
/// <param name="Question">The <see cref="Replies.Message.QuestionId"/> of the message that carried the card: an outdated card is recognised by it.</param>
/// <param name="Option">The <see cref="Replies.Option.Id"/> that was pressed.</param>
public sealed record Choice(string Question, string Option);

/// <summary>A command that an earlier turn has sent was answered.</summary>
/// <param name="Command">The command.</param>
/// <param name="Result">What became of it.</param>
public sealed record CommandAnswered(ShopCommand Command, CommandResult Result) : Incoming;

/// <summary>A moment that an earlier turn asked to be woken at has come.</summary>
/// <param name="Kind">What the moment was for.</param>
public sealed record DeadlineReached(DeadlineKind Kind) : Incoming;

/// <summary>What a deadline is for. A conversation has at most one of each kind.</summary>
public enum DeadlineKind
{
    /// <summary>The golden window (黄金期) of the order in hand ends (rule G4).</summary>
    WindowEnd,
}
