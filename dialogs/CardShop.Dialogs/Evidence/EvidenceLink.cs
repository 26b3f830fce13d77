namespace CardShop.Dialogs.Evidence;

/// <summary>What a piece of evidence shows: one link of the chain (证据链, rules E1 to E3).</summary>
public enum EvidenceLink
{
    /// <summary>E1: the order, with its number, product and amount paid.</summary>
    Order,

    /// <summary>E2: what was meant, such as a chat with the right account.</summary>
    Mistake,

    /// <summary>E3: who the customer is.</summary>
    Identity,
}
