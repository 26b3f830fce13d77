using CardShop.Dialogs.Turns;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>A conversation as a turn takes it up, and leaves it.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Deadlines">When it wants to be woken.</param>
internal sealed record LoadedConversation(ConversationRow Row, List<CaseRow> Cases, List<DeadlineRow> Deadlines)
{
    /// <summary>What the core remembers of it: the row's state, read.</summary>
    public required ConversationState State { get; set; }
}
