using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>What comes next in a case: the first thing that is still missing on the way to an end.</summary>
internal static class CasePlan
{
    /// <summary>The next step, with the decision of the rules once there is an order to decide on.</summary>
    public static (NextStep Next, PathDecision? Decision) Next(CaseFile file, bool canList, DateTimeOffset now, PolicySettings settings)
    {
        if (file is { Problem: null, Concern: Concern.Mistake })
        {
            return (NextStep.TellProblem, null);
        }

        if (file.Facts is not { } facts)
        {
            return (file.TypedNumber is not null ? NextStep.GiveContact : canList ? NextStep.ChooseOrder : NextStep.GiveOrderNumber, null);
        }

        if (file.Problem is null)
        {
            return (NextStep.Person, null);
        }

        var decision = Granted(PathPolicy.Decide(Narrowed(facts, file), file.Problem, file.Remedy, now, settings), file, facts);
        return (decision.Step switch
        {
            PathStep.Act => ToAct(file, facts, decision),
            PathStep.Review => ToReview(file, facts),
            PathStep.Coordinate => file.Coordination is { IsOver: true } ? NextStep.Guide : NextStep.Coordinate,
            PathStep.Reconcile => NextStep.Reconcile,
            PathStep.Nothing => NextStep.Nothing,
            _ => NextStep.Person,
        }, decision);
    }

    private static NextStep ToAct(CaseFile file, OrderFacts facts, PathDecision decision) => decision.Remedy switch
    {
        null => NextStep.ChooseRemedy,
        Remedy.Modify when WantedFields.Missing(file, facts.Order) is not null => NextStep.GiveCorrection,
        _ => NextStep.Confirm,
    };

    private static NextStep ToReview(CaseFile file, OrderFacts facts) => file switch
    {
        { WantedPiece: not null } or { EvidenceClosed: false } => NextStep.Review,
        { Filing: not null } => NextStep.AwaitDecision,
        _ => Requests.Of(file, facts) switch
        {
            null => NextStep.ChooseRemedy,
            Remedy.Modify when WantedFields.Missing(file, facts.Order) is not null => NextStep.GiveCorrection,
            _ => NextStep.Apply,
        },
    };

    /// <summary>What a reviewer has approved, or the recipient agreed to, may be done, whatever the window says (D4, D1).</summary>
    private static PathDecision Granted(PathDecision decision, CaseFile file, OrderFacts facts) => (file, decision.Step) switch
    {
        ({ Approved: true, ApprovedRemedy: { } remedy }, PathStep.Review or PathStep.Person or PathStep.Coordinate) => decision with { Step = PathStep.Act, Remedy = remedy, Rules = ["R5", "D4"] },
        ({ Approved: true }, PathStep.Review) => decision with { Step = PathStep.Act, Remedy = Requests.Of(file, facts), Rules = ["R5", "D4"] },
        ({ Coordination.IsAgreed: true }, PathStep.Coordinate) => decision with { Step = PathStep.Act, Remedy = Remedy.Cancel, Rules = ["L1", "D1", "D4"] },
        _ => decision,
    };

    /// <summary>What the shop has refused in this case is not offered again, whatever its capabilities say (P8, D9).</summary>
    private static OrderFacts Narrowed(OrderFacts facts, CaseFile file) => facts with
    {
        Capabilities = facts.Capabilities with
        {
            Cancel = Narrowed(facts.Capabilities.Cancel, Remedy.Cancel, file),
            Modify = Narrowed(facts.Capabilities.Modify, Remedy.Modify, file),
        },
    };

    private static Capability Narrowed(Capability capability, Remedy remedy, CaseFile file) =>
        file.Impossible.Contains(remedy) ? new Capability(Verdict.Impossible)
        : file.RefusedAtOnce && capability.Verdict == Verdict.Allowed ? new Capability(Verdict.Review)
        : capability;
}
