using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Desk.Handoff;

/// <summary>A desk that is not ours, reached through the customer's channel.</summary>
public interface IOutsideDesk
{
    /// <summary>What the other desk is told of a case that waits for a person; null when it waits no longer.</summary>
    Task<HandoffOffer?> OfferAsync(string conversationId, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Takes in how the other desk does. The same news twice counts once.</summary>
    Task<HandoffTaken> TakeAsync(HandoffNews news);
}

/// <summary>What another desk is told of a case.</summary>
/// <param name="Context">Where it stands.</param>
/// <param name="Lines">What was said, oldest first.</param>
public sealed record HandoffOffer(HandoffContext Context, IReadOnlyList<SpokenLine> Lines);

/// <summary>Where a case stands that is handed over. Personal data is masked.</summary>
public sealed record HandoffContext
{
    /// <summary>The case.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>Why a person was called.</summary>
    public PersonCause? Cause { get; init; }

    /// <summary>The path; null until known.</summary>
    public CasePath? Path { get; init; }

    /// <summary>The order; null before one is known.</summary>
    public string? OrderNo { get; init; }

    /// <summary>Product and face value; null before an order is known.</summary>
    public string? Product { get; init; }

    /// <summary>What was paid, in fen; null before an order is known.</summary>
    public long? AmountFen { get; init; }

    /// <summary>The customer's language.</summary>
    public required Language Language { get; init; }

    /// <summary>Since when the customer waits.</summary>
    public DateTimeOffset? WaitingSince { get; init; }

    /// <summary>The next deadline; null when there is none.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>What the deadline is of: <c>window review recipient</c>.</summary>
    public string? DeadlineKind { get; init; }

    /// <summary>What is known, each with its source: nobody asks for it again.</summary>
    public required IReadOnlyList<KnownFact> Facts { get; init; }
}

/// <summary>How another desk does with a case.</summary>
public enum HandoffState
{
    /// <summary>A person there has it: the bot is silent.</summary>
    Accepted,

    /// <summary>Nobody there takes it, or goes on with it.</summary>
    Failed,

    /// <summary>They are through: the bot goes on.</summary>
    Completed,
}

/// <summary>News of another desk.</summary>
/// <param name="ConversationId">Ours.</param>
/// <param name="NewsId">The channel's id of it.</param>
/// <param name="State">How it does.</param>
/// <param name="Name">Who tells it; null for nobody in particular.</param>
public sealed record HandoffNews(string ConversationId, string NewsId, HandoffState State, string? Name);

/// <summary>What became of another desk's news.</summary>
public enum HandoffTaken
{
    /// <summary>It is so now.</summary>
    Done,

    /// <summary>No case of that conversation waits for anybody.</summary>
    Unknown,

    /// <summary>Somebody else has the case by now, or it is back in our queue.</summary>
    Late,
}
