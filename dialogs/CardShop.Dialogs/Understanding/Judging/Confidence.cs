using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>
/// How sure the bot may be. The figures are steps, not measurements: a plain message 0.97, a told one 0.9, a faint one 0.55, a guess 0.3;
/// a hedge (好像, maybe) takes 0.15, a message that says several things takes 0.1. From 0.7 on the bot goes on without asking back.
/// </summary>
internal static class Confidence
{
    private const double Threshold = 0.7;
    private const double HedgeCosts = 0.15;
    private const double RivalCosts = 0.1;

    private static readonly Sign[] Rivals =
    [
        Sign.FraudReport, Sign.AskHuman, Sign.CancelFlow, Sign.ReportError, Sign.DeliveryProblem, Sign.StatusQuery, Sign.Complaint, Sign.LegalQuestion,
        Sign.PolicyQuestion, Sign.PreventionAdvice, Sign.OutOfScope,
    ];

    /// <summary>From 0 to 1.</summary>
    public static double Of(Verdict verdict, Findings found)
    {
        var confidence = verdict.Strength switch
        {
            Strength.Whole => 0.97,
            Strength.Told => 0.9,
            Strength.Faint => 0.55,
            _ => 0.3,
        };
        if (found.Shows(Sign.Hedged))
            confidence -= HedgeCosts;
        if (Rivals.Count(found.Shows) > 1)
            confidence -= RivalCosts;
        return Math.Round(confidence, 2);
    }

    /// <summary>Whether the bot goes on without asking back.</summary>
    public static bool Suffices(double confidence) => confidence >= Threshold;
}
