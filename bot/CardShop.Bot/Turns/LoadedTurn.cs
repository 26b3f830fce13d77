using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>What a turn needs from the store.</summary>
/// <param name="Conversation">Where it stands, tracked.</param>
/// <param name="Seen">What this very thing came to, when it was handed in before.</param>
/// <param name="Case">One of the conversation's cases, tracked, so that its book finds it without asking again.</param>
/// <param name="HasDeadlines">Whether it wants to be woken.</param>
/// <param name="Switch">Where an admin has set the switch of the shop's commands; null where nobody has.</param>
internal sealed record LoadedTurn(ConversationRow Conversation, InboundRow? Seen, CaseRow? Case, bool HasDeadlines, string? Switch);
