using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Outbox;

/// <summary>
/// The rows of one kind of one conversation: sent strictly in order. Kinds do not wait for each other, so that a command whose result stays away never holds
/// back the words about it.
/// </summary>
internal readonly record struct Lane(string ConversationId, OutboxKind Kind);
