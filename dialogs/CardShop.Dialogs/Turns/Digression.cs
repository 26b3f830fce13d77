using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Questions aside: answered, then back to what was open.</summary>
internal static class Digression
{
    /// <summary>Whether an intent is a question aside.</summary>
    public static bool Answers(Intent intent) => KeyOf(intent) is not null;

    /// <summary>Answers it; false when it is none.</summary>
    public static bool Answer(TurnScope scope, Intent intent)
    {
        if (intent == Intent.StatusQuery && scope.State.Case?.Order is null && StatusTalk.TellAll(scope))
        {
            return true;
        }

        if (KeyOf(intent) is not { } answer)
        {
            return false;
        }

        scope.Say(answer.Key, answer.Rules);
        return true;
    }

    private static (string Key, IReadOnlyList<string> Rules)? KeyOf(Intent intent) => intent switch
    {
        Intent.Greeting => ("answer.greeting", []),
        Intent.ThanksBye => ("answer.thanks", []),
        Intent.PreventionAdvice => ("answer.prevention", ["V1", "V3"]),
        Intent.StatusQuery => ("answer.status", ["R3", "P11"]),
        Intent.Complaint => ("answer.complaint", ["H3", "H4"]),
        Intent.OutOfScope => ("answer.out_of_scope", ["H3"]),
        _ => null,
    };
}
