namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>
/// How the tags are numbered. A token is outside of everything, begins something in a role, or goes on with it; only accounts, regions and goods are made of
/// several tokens. What is outside remembers on which side the thing before it stood: who has named the wrong one goes on to the right one.
/// </summary>
internal static class TagSet
{
    /// <summary>The tag of what is outside, in the scores of a token.</summary>
    public const int Outside = 0;

    /// <summary>The first role that can go on over several tokens.</summary>
    public const int FirstLong = (int)EntityRole.Account;

    /// <summary>How many scores a token has.</summary>
    public const int Scores = 1 + EntityRoles.Count + (EntityRoles.Count - FirstLong);

    /// <summary>The length of a row of weights: room for all scores in whole vectors.</summary>
    public const int Row = 32;

    /// <summary>How many states come before another: four outside, by the side before, and one for each role.</summary>
    public const int Befores = 4 + EntityRoles.Count;

    /// <summary>How many states can follow: outside, and the beginning of each role.</summary>
    public const int Afters = 1 + EntityRoles.Count;

    /// <summary>The score of the beginning of a role.</summary>
    public static int Begin(int role) => 1 + role;

    /// <summary>The score of going on with it.</summary>
    public static int GoOn(int role) => 1 + EntityRoles.Count + role - FirstLong;

    /// <summary>Whether a role can go on over several tokens.</summary>
    public static bool IsLong(int role) => role >= FirstLong;
}
