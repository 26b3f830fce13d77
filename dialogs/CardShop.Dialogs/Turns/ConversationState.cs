using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>All that a conversation remembers between turns. Immutable; stored as one JSON document.</summary>
public sealed record ConversationState
{
    /// <summary>A conversation in which nothing has been said yet.</summary>
    public static ConversationState New { get; } = new();

    /// <summary>The language of the conversation: the client's at first, then the customer's own (D12).</summary>
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Whether the customer's own words have settled the language.</summary>
    public bool LanguageSettled { get; init; }

    /// <summary>The case in hand, or the last one.</summary>
    public CaseFile? Case { get; init; }

    /// <summary>Cases of the same conversation that wait while it deals with another one: nothing of them is lost, and what happens to them is told.</summary>
    public IReadOnlyList<CaseFile> Parked { get; init => field = value ?? []; } = [];

    /// <summary>Evidence that came before there was a case to put it to.</summary>
    public IReadOnlyList<EvidencePiece> UnclaimedEvidence { get; init => field = value ?? []; } = [];

    /// <summary>The question that was asked last.</summary>
    public AskedQuestion? Asked { get; init; }

    /// <summary>Buttons that were shown last beside words that ask nothing.</summary>
    public IReadOnlyList<Option> Offered { get; init => field = value ?? []; } = [];

    /// <summary>What the customer is about to buy and wants checked, as far as it was told (rule V1); null while nothing of the kind is going on.</summary>
    public PlannedOrder? Planned { get; init; }

    /// <summary>When the customer last said something; null before that.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>Whether the customer was reminded since then.</summary>
    public bool Reminded { get; init; }

    /// <summary>The person of the shop who has the conversation; null while the bot has it.</summary>
    public Person? Person { get; init; }

    /// <summary>How many questions were asked: the count in their ids.</summary>
    public int QuestionCount { get; init; }

    /// <summary>The case of that number, in hand or parked; null when the conversation has left it behind.</summary>
    public CaseFile? Find(string number) => Case?.Number == number ? Case : Parked.FirstOrDefault(file => file.Number == number);
}

/// <summary>A question that waits for its answer.</summary>
/// <param name="Id">Names it; a card returns it.</param>
/// <param name="Asks">What it asks for.</param>
/// <param name="Options">Its buttons, as they were shown.</param>
/// <param name="Misses">How often its answer was not understood.</param>
public sealed record AskedQuestion(string Id, Asks Asks, IReadOnlyList<Option> Options, int Misses);
