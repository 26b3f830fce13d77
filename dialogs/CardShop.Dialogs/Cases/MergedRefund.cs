using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Cases;

/// <summary>What comes back of a case as one sum, however many duplicates it has paid back (rules P5, P11): it has arrived when all of it has.</summary>
internal static class MergedRefund
{
    /// <summary>The sum; null where nothing comes back.</summary>
    public static Refund? Of(CaseFile file)
    {
        if (file.Settled.Count == 0)
        {
            return file.Refund;
        }

        var all = file.Settled.Select(settled => settled.Refund).Append(file.Refund).OfType<Refund>().Where(refund => refund.State != RefundState.None).ToList();
        return all.Count == 0 ? file.Refund : all.MinBy(Progress)! with { AmountFen = all.Sum(refund => refund.AmountFen), ExpectedBy = all.Max(refund => refund.ExpectedBy) };
    }

    /// <summary>What is furthest from having arrived is what is told of.</summary>
    private static int Progress(Refund refund) => refund.State switch
    {
        RefundState.Failed => 0,
        RefundState.Requested => 1,
        RefundState.Processing => 2,
        _ => 3,
    };
}
