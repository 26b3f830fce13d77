using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>What something named is, and on which side of a change it stands (LABELS.md, Entities). The numbers are columns of the model.</summary>
internal enum EntityRole
{
    OrderNo,
    Phone,
    PhoneFrom,
    PhoneTo,
    Amount,
    AmountFrom,
    AmountTo,
    Account,
    AccountFrom,
    AccountTo,
    Region,
    RegionFrom,
    RegionTo,
    Product,
    ProductFrom,
    ProductTo,
}

/// <summary>The side of a change.</summary>
internal enum Side
{
    None,
    Plain,
    From,
    To,
}

/// <summary>What follows from a role.</summary>
internal static class EntityRoles
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private static readonly MentionKinds[] Kinds = [MentionKinds.Phone, MentionKinds.Amount, MentionKinds.Account, MentionKinds.Region, MentionKinds.Product];

    /// <summary>The side that a role stands on.</summary>
    public static Side SideOf(EntityRole role) => role == EntityRole.OrderNo ? Side.Plain : (Side)(1 + (((int)role - 1) % 3));

    /// <summary>What a role is of.</summary>
    public static MentionKinds KindOf(EntityRole role) => role == EntityRole.OrderNo ? MentionKinds.Order : Kinds[((int)role - 1) / 3];

    /// <summary>The role of one kind on one side.</summary>
    public static EntityRole Of(MentionKinds kind, Side side) =>
        kind == MentionKinds.Order ? EntityRole.OrderNo : (EntityRole)((Array.IndexOf(Kinds, kind) * 3) + (int)side);
}
