using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>One class of the classifier: an intent, and for a report what went wrong. The numbers are the rows of the model.</summary>
internal static class Meaning
{
    private static readonly int Intents = Enum.GetValues<Intent>().Length;
    private static readonly int Problems = Enum.GetValues<Problem>().Length;

    /// <summary>How many there are.</summary>
    public static int Count => Intents + Problems;

    /// <summary>The class of an intent; of a report, by what went wrong.</summary>
    public static int Of(Intent intent, Problem? problem) =>
        intent == Intent.ReportError && problem is { } told ? Intents + (int)told : (int)intent;

    /// <summary>The intent of a class.</summary>
    public static Intent IntentOf(int meaning) => meaning < Intents ? (Intent)meaning : Intent.ReportError;

    /// <summary>What went wrong, in a class of reports that says it.</summary>
    public static Problem? ProblemOf(int meaning) => meaning < Intents ? null : (Problem)(meaning - Intents);
}
