namespace CardShop.Dialogs.Turns;

/// <summary>All that a conversation remembers between turns. Immutable; stored as one JSON document.</summary>
public sealed record ConversationState
{
    /// <summary>A conversation in which nothing has been said yet.</summary>
    public static ConversationState New { get; } = new();
}
