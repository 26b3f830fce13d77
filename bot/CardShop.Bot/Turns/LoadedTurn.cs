using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Turns;

/// <summary>What a turn needs from the store.</summary>
/// <param name="Conversation">Where it stands, tracked.</param>
/// <param name="Seen">What this very thing came to, when it was handed in before.</param>
/// <param name="Deadlines">When it wants to be woken, tracked.</param>
/// <param name="Switch">Where an admin has set the switch of the shop's commands; null where nobody has.</param>
internal sealed record LoadedTurn(ConversationRow Conversation, InboundRow? Seen, List<DeadlineRow> Deadlines, string? Switch);
