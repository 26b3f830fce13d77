namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What something named may be. More than one while the words around it have not decided.</summary>
[Flags]
internal enum MentionKinds
{
    None = 0,
    Order = 1,
    Phone = 2,
    Account = 4,
    Region = 8,
    Product = 16,
    Amount = 32,

    /// <summary>A number of units: no entity, yet a sign of a wrong quantity.</summary>
    Count = 64,

    Any = Order | Phone | Account | Region | Product | Amount,
}
