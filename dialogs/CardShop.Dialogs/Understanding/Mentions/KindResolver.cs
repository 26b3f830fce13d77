using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Decides what something named is where it may be several things: what was asked for first, the likeliest otherwise.</summary>
internal static class KindResolver
{
    private static readonly MentionKinds[] Likeliest =
        [MentionKinds.Phone, MentionKinds.Account, MentionKinds.Order, MentionKinds.Amount, MentionKinds.Region, MentionKinds.Product];

    /// <summary>One kind out of several.</summary>
    public static MentionKinds Of(MentionKinds kinds, Asks? asked)
    {
        var wanted = Wanted(asked) & kinds;
        return Likeliest.FirstOrDefault(kind => ((wanted == 0 ? kinds : wanted) & kind) != 0);
    }

    /// <summary>What would answer the question.</summary>
    public static MentionKinds Wanted(Asks? asked) => asked switch
    {
        Asks.Order => MentionKinds.Order,
        Asks.Account => MentionKinds.Account,
        Asks.Phone => MentionKinds.Phone,
        Asks.Region => MentionKinds.Region,
        Asks.Product => MentionKinds.Product,
        Asks.Amount => MentionKinds.Amount,
        Asks.Target => MentionKinds.Phone | MentionKinds.Account | MentionKinds.Region,
        _ => MentionKinds.None,
    };
}
