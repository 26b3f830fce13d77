using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Decides what a message is. The order of the questions is the order of precedence in LABELS.md.</summary>
internal static class IntentJudge
{
    private const int LongestCourtesy = 20;

    /// <summary>Gives each message exactly one intent.</summary>
    public static Verdict Judge(Findings found) =>
        OfSign(found, Sign.FraudReport, Intent.FraudReport)
        ?? OfSign(found, Sign.AskHuman, Intent.AskHuman)
        ?? AnswerJudge.PlainReply(found)
        ?? CancelFlow(found)
        ?? AnswerJudge.Correction(found)
        ?? ReportError(found)
        ?? OfSign(found, Sign.StatusQuery, Intent.StatusQuery)
        ?? OfSign(found, Sign.DeliveryProblem, Intent.DeliveryProblem)
        ?? OfSign(found, Sign.Complaint, Intent.Complaint)
        ?? AnswerJudge.Answer(found)
        ?? OfSign(found, Sign.LegalQuestion, Intent.LegalQuestion)
        ?? OfSign(found, Sign.PolicyQuestion, Intent.PolicyQuestion)
        ?? OfSign(found, Sign.PreventionAdvice, Intent.PreventionAdvice)
        ?? Remedy(found)
        ?? OfSign(found, Sign.OutOfScope, Intent.OutOfScope)
        ?? FaintSign(found)
        ?? AnswerJudge.UnknownAnswer(found)
        ?? BareName(found)
        ?? Courtesy(found)
        ?? AnswerJudge.LooseReply(found)
        ?? Leftover(found);

    private static Verdict? OfSign(Findings found, Sign sign, Intent intent) =>
        found.Shows(sign) ? new Verdict(intent, Strength.Told) : null;

    private static Verdict? CancelFlow(Findings found)
    {
        if (found.Shows(Sign.CancelFlow))
            return new Verdict(Intent.CancelFlow, Strength.Told);
        // 算了，还是退款吧: the talk goes on.
        var goesOn = RemedyJudge.Said(found) is not null || found.Mentions.All.Count > 0 || ProblemJudge.Told(found).Count > 0 || found.Shows(Sign.ReportError);
        return found.Hints(Sign.CancelFlow) && !goesOn && !found.Shows(Sign.ThanksBye) ? new Verdict(Intent.CancelFlow, Strength.Told) : null;
    }

    private static Verdict? ReportError(Findings found)
    {
        var problems = ProblemJudge.Told(found);
        var isTold = found.Shows(Sign.ReportError) || found.Hits.Any(hit => !hit.Cue.Weak && hit.Cue.Sign is >= Sign.WrongRegion and <= Sign.UnconfirmedPayment);
        // A change told without a word of error (是五区不是二区) answers the question, if there was one.
        if (!isTold && (problems.Count == 0 || found.NamesWhatWasAsked))
            return null;
        return new Verdict(Intent.ReportError, Strength.Told, problems);
    }

    /// <summary>A remedy for an order, without the reason: 退款, 把账号改成67890.</summary>
    private static Verdict? Remedy(Findings found)
    {
        if (RemedyJudge.Said(found) is null || found.Asked is Asks.Contact or Asks.Evidence)
            return null;
        var isWhole = found.Shows(Sign.RemedyCancel) || found.Shows(Sign.RemedyModify);
        return new Verdict(Intent.ReportError, isWhole ? Strength.Told : Strength.Faint, ProblemJudge.Implied(found) is { } problem ? [problem] : []);
    }

    private static Verdict? FaintSign(Findings found)
    {
        (Sign Sign, Intent Intent)[] inOrder =
        [
            (Sign.FraudReport, Intent.FraudReport), (Sign.AskHuman, Intent.AskHuman), (Sign.ReportError, Intent.ReportError),
            (Sign.DeliveryProblem, Intent.DeliveryProblem), (Sign.StatusQuery, Intent.StatusQuery), (Sign.Complaint, Intent.Complaint),
            (Sign.PolicyQuestion, Intent.PolicyQuestion), (Sign.OutOfScope, Intent.OutOfScope),
        ];
        foreach (var (sign, intent) in inOrder)
        {
            if (found.Hints(sign))
                return new Verdict(intent, sign == Sign.AskHuman ? Strength.Whole : Strength.Faint);
        }

        var named = ProblemJudge.Named(found);
        return named.Count > 0 && found.Asked is null ? new Verdict(Intent.ReportError, Strength.Faint, named) : null;
    }

    /// <summary>A number or a name out of the blue: most likely of an order that went wrong, and worth a question.</summary>
    private static Verdict? BareName(Findings found) =>
        (found.Asked, found.Mentions.All.Where(mention => mention.Clear).ToList()) switch
        {
            (not null, _) or (_, []) => null,
            (_, var named) when named.TrueForAll(mention => KindResolver.Of(mention.Kinds, asked: null) is MentionKinds.Product or MentionKinds.Amount or MentionKinds.None) => new Verdict(Intent.OutOfScope, Strength.Faint),
            _ => new Verdict(Intent.ReportError, Strength.Faint),
        };

    private static Verdict? Courtesy(Findings found)
    {
        var strength = found.Text.Plain.Length <= LongestCourtesy ? Strength.Whole : Strength.Faint;
        if (found.Hints(Sign.ThanksBye))
            return new Verdict(Intent.ThanksBye, found.Shows(Sign.ThanksBye) ? strength : Strength.Faint);
        return found.Shows(Sign.Greeting) ? new Verdict(Intent.Greeting, strength) : null;
    }

    /// <summary>？？？ is somebody knocking; words that say nothing known are none of the bot's business.</summary>
    private static Verdict Leftover(Findings found)
    {
        if (found.Text.HasWords)
            return new Verdict(Intent.OutOfScope, Strength.Guess);
        return new Verdict(Intent.Greeting, found.Text.HasQuestionMark ? Strength.Told : Strength.Guess);
    }
}
