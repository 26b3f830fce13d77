using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Contract.Commands;
using CardShop.Sandbox.Control;
using CardShop.Sandbox.Events;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Contract;

/// <summary>The shop's contract under <c>/sandbox/shop/v1</c>: questions here, commands in <see cref="CommandEndpoints"/>.</summary>
internal static class ContractEndpoints
{
    public const string BasePath = "/sandbox/shop/v1";
    private const int RecentOrders = 50;

    public static void MapContract(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{BasePath}/openapi.yaml", () => Results.Stream(ShopContractDocument.Open(), "application/yaml"));

        var contract = app.MapGroup(BasePath).AddEndpointFilter<ProblemFilter>().AddEndpointFilter<SignatureFilter>();
        contract.MapPost(ShopRoutes.Lookup, LookupAsync).FailsAs(FaultRoute.Lookup);
        contract.MapGet(ShopRoutes.Order, OrderAsync).FailsAs(FaultRoute.Lookup);
        contract.MapGet(ShopRoutes.Capabilities, CapabilitiesAsync).FailsAs(FaultRoute.Lookup);
        contract.MapGet(ShopRoutes.CustomerOrders, CustomerOrdersAsync).FailsAs(FaultRoute.Lookup);
        contract.MapGet(ShopRoutes.Refund, RefundAsync);
        contract.MapPost(ShopRoutes.TargetCheck, TargetCheckAsync).FailsAs(FaultRoute.Target);
        contract.MapGet(ShopRoutes.Products, Products);
        contract.MapGet(ShopRoutes.Events, EventEndpoints.ListAsync);
        contract.MapPut(ShopRoutes.Case, CaseEndpoints.PutAsync).FailsAs(FaultRoute.Case);
        contract.MapGet(ShopRoutes.Case, CaseEndpoints.GetAsync).FailsAs(FaultRoute.Case);
        contract.MapPost(ShopRoutes.Notices, CaseEndpoints.NotifyAsync).FailsAs(FaultRoute.Message);
        contract.MapPost(ShopRoutes.IdentityCode, IdentityEndpoints.SendAsync).FailsAs(FaultRoute.Identity);
        contract.MapPost(ShopRoutes.IdentityCheck, IdentityEndpoints.CheckAsync).FailsAs(FaultRoute.Identity);
        contract.MapCommands();
    }

    private static async Task<IResult> LookupAsync(HttpContext http, OrderFinder finder, SandboxClock clock, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync<LookupRequest>();
        Check.That((request.CustomerId ?? request.Contact ?? request.QueryPassword) is not null, "One of customerId, contact and queryPassword is needed.");
        var order = await finder.FindAsync(
            new LookupRequest(
                Check.Word(request.Number, "number"),
                Check.WordOrNull(request.CustomerId, "customerId"),
                Check.WordOrNull(request.Contact, "contact"),
                Check.WordOrNull(request.QueryPassword, "queryPassword")),
            cancellationToken);
        return Answer.Ok(order.At(clock.GetUtcNow()));
    }

    private static async Task<IResult> OrderAsync(string orderNo, Books books, SandboxClock clock, CancellationToken cancellationToken) =>
        Answer.Ok((await books.OrderAsync(orderNo, cancellationToken)).At(clock.GetUtcNow()));

    private static async Task<IResult> CapabilitiesAsync(
        string orderNo, Books books, CapabilitySheet sheet, SandboxClock clock, CancellationToken cancellationToken) =>
        Answer.Ok(sheet.Of(await books.OrderAsync(orderNo, cancellationToken), clock.GetUtcNow()));

    private static async Task<IResult> CustomerOrdersAsync(string customerId, Books books, SandboxClock clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var orders = await books.ReadAsync((db, token) => db.OrdersOf(customerId).Take(RecentOrders).ToListAsync(token), cancellationToken);
        return Answer.Ok(new OrderList([.. orders.Select(order => order.At(now))]));
    }

    private static async Task<IResult> RefundAsync(string orderNo, Books books, PaymentWays payments, SandboxClock clock, CancellationToken cancellationToken)
    {
        var order = await books.OrderAsync(orderNo, cancellationToken);
        return Answer.Ok(payments.RefundOf(order.State, order.State.RefundedFen, clock.GetUtcNow()));
    }

    private static async Task<IResult> TargetCheckAsync(HttpContext http, AccountBook accounts)
    {
        var request = await http.ReadAsync<TargetCheckRequest>();
        Check.Word(request.Product, "product");
        Check.That(request.Target != new Target(), "target has at least one of account, phone and region.");
        return Answer.Ok(accounts.Check(request.Target, request.CustomerId));
    }

    private static IResult Products(Catalogue catalogue) => Answer.Ok(new ProductList([.. catalogue.Products.Select(product => product.ToContract())]));
}
