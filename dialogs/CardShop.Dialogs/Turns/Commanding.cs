using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Makes the one command that a decision comes to (rule D1).</summary>
internal static class Commanding
{
    /// <summary>Cancelling is one command, also for a paid order; after an approval nothing can be cancelled any more, and the money is paid back. A change is one command, however many fields.</summary>
    public static ShopCommand Of(CaseFile file, string orderNo, Remedy remedy, long version, OrderChanges changes) => remedy switch
    {
        Remedy.Modify => new ModifyOrder { Key = file.KeyFor("modify"), CaseNumber = file.Number, OrderNo = orderNo, ExpectedVersion = version, Changes = changes },
        _ when file.IsGranted => new RefundOrder { Key = file.KeyFor("refund"), CaseNumber = file.Number, OrderNo = orderNo, ExpectedVersion = version, AmountFen = file.Order!.AmountFen },
        _ => new CancelOrder { Key = file.KeyFor("cancel"), CaseNumber = file.Number, OrderNo = orderNo, ExpectedVersion = version },
    };
}
