using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Orders;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Control;

/// <summary>An order as the controls answer it: the contract's, and what a test needs besides.</summary>
internal sealed class ControlView(CapabilitySheet sheet, PaymentWays payments, SandboxClock clock)
{
    public IResult Show(ShopOrder order, int status = StatusCodes.Status200OK)
    {
        var now = clock.GetUtcNow();
        var extras = new ControlExtras(
            order.PaymentNo,
            order.MerchantNo,
            order.Live,
            OrderLife.NextStepOf(order),
            sheet.Of(order, now),
            payments.RefundOf(order.State, order.State.RefundedFen, now));
        return Answer.Ok(Answer.Together(order.At(now), extras), status);
    }
}
