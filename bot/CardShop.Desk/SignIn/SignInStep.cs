namespace CardShop.Desk.SignIn;

/// <summary>What an attempt to sign in has come to.</summary>
internal enum SignInStep
{
    /// <summary>Name and password do not fit, or the account is shut; which of these is not told.</summary>
    Refused,

    /// <summary>Too many wrong ones: nobody gets in under this name for a while.</summary>
    Locked,

    /// <summary>The password is right.</summary>
    Right,
}
