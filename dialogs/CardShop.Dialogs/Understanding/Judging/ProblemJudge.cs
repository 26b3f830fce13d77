using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>What went wrong, in the order in which it was told (rules T1 to T3).</summary>
internal static class ProblemJudge
{
    /// <summary>The problems told for certain: by a cue, or by a change with both of its sides.</summary>
    public static IReadOnlyList<Problem> Told(Findings found) => InOrder(found,
    [
        .. found.Hits.Where(hit => !hit.Cue.Weak).Select(hit => (hit.Start, OfSign(hit.Cue.Sign))),
        .. found.Changes.Where(change => change.From is not null).Select(change => (change.Start, OfKind(change.Kind))),
    ]);

    /// <summary>The problems told or named by a single word, which answers the question what went wrong.</summary>
    public static IReadOnlyList<Problem> Named(Findings found) => InOrder(found, found.Hits.Select(hit => (hit.Start, OfSign(hit.Cue.Sign))));

    /// <summary>The problem that a wanted value alone speaks of: 把账号改成67890.</summary>
    public static Problem? Implied(Findings found) => found.Changes.Select(change => OfKind(change.Kind)).FirstOrDefault(problem => problem is not null);

    private static List<Problem> InOrder(Findings found, IEnumerable<(int Start, Problem? Problem)> signs) =>
        WithoutCause([.. signs.Where(sign => sign.Problem is not null).OrderBy(sign => sign.Start).Select(sign => Read(sign.Problem!.Value, found)).Distinct()]);

    /// <summary>A page that hung is only the cause, when it made somebody pay again.</summary>
    private static List<Problem> WithoutCause(List<Problem> problems)
    {
        if (problems is [Problem.UnconfirmedPayment, ..] && problems.Contains(Problem.DuplicateOrder))
            problems.RemoveAt(0);
        return problems;
    }

    /// <summary>A number that is topped up is a phone; a phone number that one logs in with is an account (LABELS.md).</summary>
    private static Problem Read(Problem problem, Findings found) => problem switch
    {
        Problem.WrongPhone when found.Hints(Sign.AboutGames) && !found.Hints(Sign.AboutPhones) => Problem.WrongAccount,
        Problem.WrongAccount when found.Hints(Sign.AboutPhones) && !found.Hints(Sign.AboutGames) => Problem.WrongPhone,
        _ => problem,
    };

    private static Problem? OfSign(Sign? sign) => sign switch
    {
        Sign.WrongRegion => Problem.WrongRegion,
        Sign.WrongAccount => Problem.WrongAccount,
        Sign.WrongPhone => Problem.WrongPhone,
        Sign.WrongProduct => Problem.WrongProduct,
        Sign.WrongDenomination => Problem.WrongDenomination,
        Sign.DuplicateOrder => Problem.DuplicateOrder,
        Sign.UnconfirmedPayment => Problem.UnconfirmedPayment,
        _ => null,
    };

    private static Problem? OfKind(MentionKinds kind) => kind switch
    {
        MentionKinds.Region => Problem.WrongRegion,
        MentionKinds.Account => Problem.WrongAccount,
        MentionKinds.Phone => Problem.WrongPhone,
        MentionKinds.Product => Problem.WrongProduct,
        MentionKinds.Amount => Problem.WrongDenomination,
        _ => null,
    };
}
