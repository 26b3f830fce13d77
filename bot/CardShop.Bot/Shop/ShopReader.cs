using CardShop.Dialogs.Shop;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <inheritdoc />
internal sealed class ShopReader(ShopClient client, IOptions<ShopOptions> options) : IShopReader
{
    private const int NotFound = 404;
    private const int Throttled = 429;
    private const int NotSupported = 501;

    private static readonly TimeSpan UnnamedPause = TimeSpan.FromMinutes(1);

    private readonly ShopCall _read = new(IsRead: true, options.Value.ReadTimeout);

    public Task<ShopAnswer> AskAsync(ShopQuery query, CancellationToken cancellationToken) => query switch
    {
        FindOrder find => FindAsync(find, cancellationToken),
        ReadOrder read => ReadAsync(read.OrderNo, cancellationToken),
        ListOrders list => ListAsync(list, cancellationToken),
        CheckTarget check => CheckAsync(check, cancellationToken),
        FindRefund find => FindRefundAsync(find, cancellationToken),
        SendIdentityCode send => SendCodeAsync(send, cancellationToken),
        CheckIdentityCode check => CheckCodeAsync(check, cancellationToken),
        ListProducts => ListProductsAsync(cancellationToken),
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.GetType().Name, "Not a query for the shop."),
    };

    /// <summary>A guest's proof may be the contact or the query password, nobody can tell by its looks: it is given as both, and the shop accepts either.</summary>
    private async Task<ShopAnswer> FindAsync(FindOrder find, CancellationToken cancellationToken)
    {
        var request = new LookupRequest(find.Number, find.Asker.CustomerId, find.Asker.Proof, find.Asker.Proof);
        var reply = await client.PostAsync(ShopRoutes.Lookup, request, _read, idempotencyKey: null, cancellationToken);
        return reply is { Status: 200 } && reply.Read<Order>() is { } order
            ? await CompleteAsync(order, cancellationToken)
            : NoAnswer(reply);
    }

    private async Task<ShopAnswer> ReadAsync(string orderNo, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Routes.Of(ShopRoutes.Order, orderNo), _read, cancellationToken);
        return reply is { Status: 200 } && reply.Read<Order>() is { } order && order.OrderNo == orderNo
            ? await CompleteAsync(order, cancellationToken)
            : NoAnswer(reply);
    }

    /// <summary>Order and verdicts must speak of the same version. An order that moved between the two readings is read once more.</summary>
    private async Task<ShopAnswer> CompleteAsync(Order order, CancellationToken cancellationToken)
    {
        var capabilities = await CapabilitiesAsync(order.OrderNo, cancellationToken);
        if (capabilities is not null && capabilities.Version != order.Version)
        {
            var again = await client.GetAsync(Routes.Of(ShopRoutes.Order, order.OrderNo), _read, cancellationToken);
            order = again.Status == 200 ? again.Read<Order>() ?? order : order;
            capabilities = capabilities.Version == order.Version ? capabilities : await CapabilitiesAsync(order.OrderNo, cancellationToken);
        }

        return capabilities?.Version == order.Version ? new OrderAnswer(new OrderFacts(order, capabilities)) : new UnreachableAnswer();
    }

    private async Task<Capabilities?> CapabilitiesAsync(string orderNo, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Routes.Of(ShopRoutes.Capabilities, orderNo), _read, cancellationToken);
        return reply.Status == 200 ? reply.Read<Capabilities>() : null;
    }

    private async Task<ShopAnswer> ListAsync(ListOrders list, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Routes.Of(ShopRoutes.CustomerOrders, list.CustomerId), _read, cancellationToken);
        return reply is { Status: 200 } && reply.Read<OrderList>() is { Orders: { } orders } && orders.All(order => order is not null) ? new OrdersAnswer(orders) : NoAnswer(reply);
    }

    /// <summary>The attempt makes a repetition harmless, so that the call is as patient as a question.</summary>
    private async Task<ShopAnswer> SendCodeAsync(SendIdentityCode send, CancellationToken cancellationToken)
    {
        var reply = await client.PostAsync(Routes.Of(ShopRoutes.IdentityCode, send.OrderNo), new IdentityCodeRequest(send.CaseNumber, send.Attempt), _read, idempotencyKey: null, cancellationToken);
        return reply is { Status: 200 } && reply.Read<IdentityCodeSent>() is { } sent ? new IdentityCodeAnswer(sent) : NoAnswer(reply);
    }

    private async Task<ShopAnswer> CheckCodeAsync(CheckIdentityCode check, CancellationToken cancellationToken)
    {
        var request = new IdentityCheckRequest(check.CaseNumber, check.Attempt, check.Code);
        var reply = await client.PostAsync(Routes.Of(ShopRoutes.IdentityCheck, check.OrderNo), request, _read, idempotencyKey: null, cancellationToken);
        return reply is { Status: 200 } && reply.Read<IdentityVerdict>() is { } verdict ? new IdentityVerdictAnswer(verdict) : NoAnswer(reply);
    }

    private async Task<ShopAnswer> ListProductsAsync(CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(ShopRoutes.Products, _read, cancellationToken);
        return reply is { Status: 200 } && reply.Read<ProductList>() is { Products: { } products } && products.All(product => product is not null) ? new ProductsAnswer(products) : NoAnswer(reply);
    }

    private async Task<ShopAnswer> CheckAsync(CheckTarget check, CancellationToken cancellationToken)
    {
        var request = new TargetCheckRequest(check.Product, check.Target, check.CustomerId);
        var reply = await client.PostAsync(ShopRoutes.TargetCheck, request, _read, idempotencyKey: null, cancellationToken);
        return reply is { Status: 200 } && reply.Read<TargetCheck>() is { } verdict ? new TargetAnswer(verdict) : NoAnswer(reply);
    }

    private async Task<ShopAnswer> FindRefundAsync(FindRefund find, CancellationToken cancellationToken)
    {
        var reply = await client.GetAsync(Routes.Of(ShopRoutes.Refund, find.OrderNo), _read, cancellationToken);
        return reply is { Status: 200 } && reply.Read<Refund>() is { } refund ? new RefundAnswer(refund) : NoAnswer(reply);
    }

    /// <summary>Only the contract's own problem counts: a 404 of some proxy does not mean that there is no such order.</summary>
    private static ShopAnswer NoAnswer(ShopReply reply) => (reply.Status, reply.Read<ShopProblem>()) switch
    {
        (Throttled, _) => new ThrottledAnswer(reply.RetryAfter ?? UnnamedPause),
        (NotFound, { Code: "not_found" }) => new NotFoundAnswer(),
        (NotSupported, { Code: "not_supported" }) => new UnsupportedAnswer(),
        _ => new UnreachableAnswer(),
    };
}
