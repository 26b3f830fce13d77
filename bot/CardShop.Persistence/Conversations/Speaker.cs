namespace CardShop.Persistence.Conversations;

/// <summary>Who spoke.</summary>
public enum Speaker
{
    /// <summary>The customer.</summary>
    Customer,

    /// <summary>The bot.</summary>
    Bot,

    /// <summary>A person of the shop.</summary>
    Agent,
}
