using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>What a message is to the question that was just asked. Without a question there is no answer and no correction (LABELS.md).</summary>
internal static class AnswerJudge
{
    private const int LongestFreeAnswer = 40;

    /// <summary>Nothing but a yes or a no.</summary>
    public static Verdict? PlainReply(Findings found) => (found.Reply, found.Asked) switch
    {
        (_, null) => null,
        // 没有 to “which order?” or “the evidence?” is as much a no as to a question of yes and no.
        (Reply.Yes, _) => new Verdict(Intent.Affirm, Strength.Whole),
        (Reply.No, _) => new Verdict(Intent.Deny, Strength.Whole),
        (Reply.Unclear, _) when found.Asked is not Asks.Owner => new Verdict(Intent.Answer, Strength.Guess),
        _ => null,
    };

    /// <summary>An earlier answer is set right: 不对，是8区, 我刚才单号发错了, 对，但是金额不对.</summary>
    public static Verdict? Correction(Findings found)
    {
        if (found.Asked is null)
        {
            return found.Shows(Sign.SlipOfTheTongue) && ProblemJudge.Told(found).Count == 0 && !found.Shows(Sign.ReportError)
                ? new Verdict(Intent.Correction, Strength.Faint)
                : null;
        }

        var problems = ProblemJudge.Told(found);
        var addsAnother = problems.Any(problem => problem is Problem.DuplicateOrder or Problem.UnconfirmedPayment);
        var setsRight = found.Shows(Sign.SlipOfTheTongue) || found.Shows(Sign.Objection)
            || (found.Reply == Reply.OpensWithNo && (found.Mentions.All.Count > 0 || problems.Count > 0))
            || (found.Asked == Asks.Confirm && (found.NamesSomething || problems.Count > 0));
        return setsRight && !addsAnother && found.Asked is not Asks.Problem ? new Verdict(Intent.Correction, Strength.Told, problems) : null;
    }

    /// <summary>What was asked for.</summary>
    public static Verdict? Answer(Findings found) => found.Asked switch
    {
        null => null,
        Asks.Problem => OfProblem(found),
        Asks.Owner => OwnerJudge.Said(found) is null ? null : Told(),
        Asks.Remedy or Asks.Choice when RemedyJudge.Said(found) is not null => Told(),
        Asks.Order or Asks.Choice when PickReader.Said(found) is not null || found.Shows(Sign.PointsAtOne) => Told(),
        Asks.Contact => OfContact(found),
        // Doing what was read back is not said by repeating its name: 取消 may mean the order or the question.
        Asks.Confirm => found.Reply == Reply.OpensWithYes || RemedyJudge.Said(found) is not null ? OfConfirm(found) : null,
        _ => found.NamesWhatWasAsked ? Told() : null,
    };

    /// <summary>Words that are not in any list, to a question that only the customer knows the answer to.</summary>
    public static Verdict? UnknownAnswer(Findings found)
    {
        if (found.Asked is null || found.Shows(Sign.ThanksBye) || found.Shows(Sign.Greeting))
            return null;
        return new Verdict(Intent.Answer, found.Mentions.All.Any(mention => mention.Clear) || found.Core.Length is > 0 and <= LongestFreeAnswer ? Strength.Faint : Strength.Guess);
    }

    /// <summary>A yes or a no to a question that was not asked.</summary>
    public static Verdict? LooseReply(Findings found) => found.Reply switch
    {
        Reply.Yes => new Verdict(Intent.Affirm, Strength.Faint),
        Reply.No => new Verdict(Intent.Deny, Strength.Faint),
        _ => null,
    };

    private static Verdict? OfProblem(Findings found)
    {
        var named = ProblemJudge.Named(found);
        return named.Count > 0 ? new Verdict(Intent.Answer, Strength.Told, named) : null;
    }

    /// <summary>A contact or a query password has no shape: one word without any other meaning.</summary>
    private static Verdict? OfContact(Findings found) =>
        found.Mentions.All.Count > 0 || (found.Core.Length is > 0 and <= LongestFreeAnswer && found.Hits.Count == 0 && !found.Core.Contains(' ', StringComparison.Ordinal))
            ? Told()
            : null;

    private static Verdict OfConfirm(Findings found) =>
        found.Reply == Reply.OpensWithYes ? new Verdict(Intent.Affirm, Strength.Faint) : new Verdict(Intent.Answer, Strength.Faint);

    private static Verdict Told() => new(Intent.Answer, Strength.Whole);
}
