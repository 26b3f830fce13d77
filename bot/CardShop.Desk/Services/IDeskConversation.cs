using CardShop.Dialogs.Replies;

namespace CardShop.Desk.Services;

/// <summary>The conversation of a case: read by whoever has a role, spoken in by whoever holds the case.</summary>
public interface IDeskConversation
{
    /// <summary>The lines after a sequence (0 for all), oldest first. Looking is recorded in the audit record, once for each opening (<paramref name="after"/> is 0).</summary>
    Task<IReadOnlyList<SpokenLine>> ReadAsync(AgentIdentity agent, string caseNumber, long after, int limit, CancellationToken cancellationToken);

    /// <summary>What happens in the conversation: a signal each time there is something to read again. The first comes at once. Ends with the token.</summary>
    IAsyncEnumerable<ConversationNews> WatchAsync(AgentIdentity agent, string caseNumber, long after, CancellationToken cancellationToken);

    /// <summary>Says something to the customer: once, however often it is handed in.</summary>
    /// <param name="agent">Who says it; the holder.</param>
    /// <param name="caseNumber">The case.</param>
    /// <param name="text">The words, as they are: no markup. At most 4,000 characters.</param>
    /// <param name="onceId">Made by the page when the words were sent; a repetition is recognised by it.</param>
    /// <param name="cancellationToken">Gives up before it is said.</param>
    Task<DeskResult> SayAsync(AgentIdentity agent, string caseNumber, string text, string onceId, CancellationToken cancellationToken);

    /// <summary>Sends the customer a file: a picture or a PDF, cleaned as the customer's own are.</summary>
    Task<DeskResult> SendFileAsync(AgentIdentity agent, string caseNumber, Stream content, string onceId, CancellationToken cancellationToken);

    /// <summary>Shows the customer, and colleagues who look on, that the holder is writing. Call it every few seconds; it fades by itself.</summary>
    Task TypingAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>The case goes back to the bot, which reads the order again and takes up where it makes sense.</summary>
    Task<DeskResult> HandBackAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>The notes that only the desk sees, oldest first.</summary>
    Task<IReadOnlyList<DeskNote>> NotesAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Adds a note. Notes are never changed.</summary>
    Task<DeskResult> AddNoteAsync(AgentIdentity agent, string caseNumber, string text, string onceId, CancellationToken cancellationToken);

    /// <summary>Ready-made replies in the customer's language, their placeholders filled from the case.</summary>
    Task<IReadOnlyList<CannedReply>> CannedRepliesAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>The text that the person has begun and not sent; empty when there is none.</summary>
    Task<string> DraftAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken);

    /// <summary>Keeps what is being written, so that it survives a reload; empty forgets it. Saying something forgets it too.</summary>
    Task KeepDraftAsync(AgentIdentity agent, string caseNumber, string text, CancellationToken cancellationToken);
}

/// <summary>Who spoke a line.</summary>
public enum LineSpeaker
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A person of the shop.</summary>
    Agent,
}

/// <summary>One line of a conversation.</summary>
public sealed record SpokenLine
{
    /// <summary>1, 2, 3, … within the conversation.</summary>
    public required long Sequence { get; init; }

    /// <summary>Who spoke.</summary>
    public required LineSpeaker Speaker { get; init; }

    /// <summary>The display name of a person of the shop; null for others.</summary>
    public string? Name { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The words, as they were said: text, never markup.</summary>
    public required string Text { get; init; }

    /// <summary>The files that came with it.</summary>
    public IReadOnlyList<SpokenFile> Files { get; init; } = [];

    /// <summary>The buttons that stood beside the bot's words.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The card that stood beside the bot's words.</summary>
    public Card? Card { get; init; }
}

/// <summary>A file in a conversation.</summary>
/// <param name="PieceId">The piece of evidence that it became (<see cref="IDeskCase.ShowEvidenceAsync"/>); null when it was refused or has been taken back.</param>
/// <param name="Name">What it was called: text, never markup.</param>
/// <param name="ContentType">Its media type.</param>
public sealed record SpokenFile(string? PieceId, string Name, string ContentType)
{
    /// <summary>Whether it is an identity document: covered until a reason is given (rule E6).</summary>
    public bool IsIdentity { get; init; }

    /// <summary>Where its small picture is, good for half an hour; of an identity document a blurred one. Null when there is none to show.</summary>
    public Uri? Small { get; init; }
}

/// <summary>Something has happened in a conversation.</summary>
public enum ConversationNews
{
    /// <summary>There may be lines to read.</summary>
    Lines,

    /// <summary>The customer, or the bot, is writing.</summary>
    Typing,

    /// <summary>Who holds the case, its facts, its notes or its viewers may have changed.</summary>
    Case,
}

/// <summary>A note that only the desk sees.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Text">The words.</param>
public sealed record DeskNote(string By, DateTimeOffset At, string Text);

/// <summary>A ready-made reply.</summary>
/// <param name="Key">Names it.</param>
/// <param name="Title">What it is for, in the customer's language.</param>
/// <param name="Text">The words, placeholders filled.</param>
public sealed record CannedReply(string Key, string Title, string Text);
