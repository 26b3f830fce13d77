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
        if (file.Problem is null)
        {
            return (NextStep.TellProblem, null);
        }

        if (file.Facts is not { } facts)
        {
            return (file.TypedNumber is not null ? NextStep.GiveContact : canList ? NextStep.ChooseOrder : NextStep.GiveOrderNumber, null);
        }

        var decision = PathPolicy.Decide(Narrowed(facts, file), file.Problem, file.Remedy, now, settings);
        return (decision.Step switch
        {
            PathStep.Act => ToAct(file, facts, decision),
            PathStep.Review => NextStep.Review,
            PathStep.Coordinate => NextStep.Coordinate,
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
