namespace CardShop.Bot.SecondOpinions;

/// <summary>What came of asking about one message.</summary>
internal enum AskedAbout
{
    /// <summary>An opinion that keeps to the form and to the message.</summary>
    Taken,

    /// <summary>An answer that does not.</summary>
    Refused,

    /// <summary>Nothing in time.</summary>
    Slow,

    /// <summary>No answer at all.</summary>
    Failed,

    /// <summary>Too many others waited.</summary>
    Busy,

    /// <summary>It had failed several times before.</summary>
    Resting,
}
