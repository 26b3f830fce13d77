using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>What a message comes to.</summary>
/// <param name="Intent">The intent.</param>
/// <param name="Strength">How well it is founded.</param>
/// <param name="Problems">What went wrong, the first told first.</param>
internal sealed record Verdict(Intent Intent, Strength Strength, IReadOnlyList<Problem> Problems)
{
    /// <summary>A verdict about something other than a problem.</summary>
    public Verdict(Intent intent, Strength strength)
        : this(intent, strength, [])
    {
    }
}

/// <summary>How well a verdict is founded.</summary>
internal enum Strength
{
    /// <summary>Nothing was recognised; the intent is what is left.</summary>
    Guess,

    /// <summary>A faint sign, or a name without a word around it.</summary>
    Faint,

    /// <summary>A turn of phrase that says so.</summary>
    Told,

    /// <summary>The whole message is this and nothing else.</summary>
    Whole,
}
