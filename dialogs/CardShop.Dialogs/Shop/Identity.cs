namespace CardShop.Dialogs.Shop;

/// <summary>A code is on its way to the phone that the order was registered with (rule E3).</summary>
/// <param name="SentTo">The phone, masked by the shop.</param>
/// <param name="ExpiresInSeconds">How long the code is good for.</param>
public sealed record IdentityCodeSent(string SentTo, int ExpiresInSeconds);

/// <summary>The shop's word on a code.</summary>
/// <param name="Result">What it is.</param>
/// <param name="TriesLeft">How many more tries the code that was sent allows.</param>
public sealed record IdentityVerdict(IdentityResult Result, int TriesLeft);

/// <summary>What a code is.</summary>
public enum IdentityResult
{
    /// <summary>The one that was sent: whoever typed it holds the phone. It is used up by it.</summary>
    Proven,

    /// <summary>Another one.</summary>
    Wrong,

    /// <summary>Too late, used already, or none was sent for this case.</summary>
    Expired,

    /// <summary>Tried too often: a fresh one is needed.</summary>
    UsedUp,
}
