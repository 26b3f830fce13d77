using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Cases;

/// <summary>What is asked of a reviewer: change or pay back (rule R2).</summary>
internal static class Requests
{
    /// <summary>The request; null as long as both are possible and the customer has not chosen.</summary>
    public static Remedy? Of(CaseFile file, OrderFacts facts)
    {
        // Where no field can mend what went wrong (T3), only the money can come back.
        if (file.Problem == Problem.DuplicateOrder || (file.Problem == Problem.UnconfirmedPayment && !file.Also.Any(problem => WantedFields.FieldOf(problem, facts.Order) is not null)))
        {
            return Remedy.Cancel;
        }

        var (canModify, canRefund) = (IsPossible(facts.Capabilities.Modify, Remedy.Modify, file), IsPossible(facts.Capabilities.Refund, Remedy.Cancel, file));
        return (canModify, canRefund) switch
        {
            (true, false) => Remedy.Modify,
            (false, true) => Remedy.Cancel,
            _ => file.Remedy,
        };
    }

    private static bool IsPossible(Capability capability, Remedy remedy, CaseFile file) => capability.Verdict != Verdict.Impossible && !file.Impossible.Contains(remedy);
}
