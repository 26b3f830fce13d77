namespace CardShop.Dialogs.Cases;

/// <summary>Where a guest's proof by a code to the registered phone stands (rule E3). The code itself is never kept.</summary>
/// <param name="CodesAsked">How many codes were asked for: the count in their attempts.</param>
/// <param name="Tries">How many were typed in: the count in their attempts.</param>
/// <param name="AwaitsCode">Whether a code is on its way.</param>
/// <param name="IsProven">Whether the right one was given.</param>
public sealed record IdentityProof(int CodesAsked = 0, int Tries = 0, bool AwaitsCode = false, bool IsProven = false);
