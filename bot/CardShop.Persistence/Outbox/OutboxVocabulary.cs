namespace CardShop.Persistence.Outbox;

/// <summary>What an outbox row sends.</summary>
public enum OutboxKind
{
    /// <summary>A command to the shop.</summary>
    ShopCommand,

    /// <summary>A transcript entry to the channel.</summary>
    ChannelEntry,

    /// <summary>Where a case stands, to the shop, so that its own people know.</summary>
    ShopCase,

    /// <summary>News for a customer who is not in the chat any more, to the shop, which knows how to reach them.</summary>
    ShopNotice,

    /// <summary>The same news, to the conversation in which the customer has written since.</summary>
    NewsElsewhere,

    /// <summary>A case that calls for a person, to the desk of the customer's channel.</summary>
    Handoff,
}

/// <summary>How far an outbox row has come.</summary>
public enum OutboxState
{
    /// <summary>To be sent, or to be looked up.</summary>
    Pending,

    /// <summary>Nothing remains to be done.</summary>
    Done,

    /// <summary>It can never be sent; kept for people to look at.</summary>
    Poisoned,
}

/// <summary>What the conversation has been told about a command whose result stays away.</summary>
public enum Certainty
{
    /// <summary>Nothing: it is on its way.</summary>
    Untold,

    /// <summary>That nobody knows yet.</summary>
    Unknown,

    /// <summary>That it was given up. It is still looked up, behind nobody's back and in nobody's way.</summary>
    Abandoned,
}
