using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Contract.Commands;

/// <summary>What every command can be asked.</summary>
internal static class CommandFacts
{
    public static ShopAction Action(this ShopCommand command) => command switch
    {
        HoldOrder => ShopAction.Hold,
        ReleaseOrder => ShopAction.Release,
        CancelOrder => ShopAction.Cancel,
        ModifyOrder => ShopAction.Modify,
        RefundOrder => ShopAction.Refund,
        MessageRecipient => ShopAction.Message,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "No such command."),
    };

    /// <summary>The version that it was decided on; null for a lease, which doesn't depend on one.</summary>
    public static long? ExpectedVersion(this ShopCommand command) => command switch
    {
        CancelOrder cancel => cancel.ExpectedVersion,
        ModifyOrder modify => modify.ExpectedVersion,
        RefundOrder refund => refund.ExpectedVersion,
        _ => null,
    };
}
