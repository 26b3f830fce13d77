using CardShop.Sandbox.Chat;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CardShop.Sandbox.Site;

/// <summary>What the demo shop's page asks its server, under <c>/sandbox/site</c>.</summary>
internal static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("/sandbox/site").AddEndpointFilter<ProblemFilter>().AddEndpointFilter(OwnPageOnlyAsync);
        site.MapGet("session", (HttpContext http, Sessions sessions) => Answer.Ok(sessions.Show(sessions.CustomerOf(http))));
        site.MapPost("session", SignInAsync);
        site.MapGet("products", Products);
        site.MapPost("chat/token", MintTokenAsync);
        site.MapGet("orders", SiteOrders.ListAsync);
        site.MapPost("orders", SiteOrders.PlaceAsync);
        site.MapGet("orders/{no}", SiteOrders.ReadAsync);
        site.MapPost("orders/{no}/pay", SiteOrders.PayAsync);
        site.MapPost("orders/{no}/reveal", SiteOrders.RevealAsync);
    }

    private static ValueTask<object?> OwnPageOnlyAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        SameOrigin.IsOwn(context.HttpContext.Request) ? next(context) : throw ProblemException.Forbidden("The shop answers its own page only.");

    private static async Task<IResult> SignInAsync(HttpContext http, Sessions sessions)
    {
        var request = await http.ReadAsync<SignInRequest>();
        return Answer.Ok(sessions.Show(sessions.SignIn(http, request.CustomerId)));
    }

    private static IResult Products(Catalogue catalogue) => Answer.Ok(new SiteProductList([.. catalogue.Products.Select(product => new SiteProduct(
        product.Name, product.Aliases, product.Denominations, product.Goods, product.TargetFields, product.Regions, product.Fulfilment, product.Note))]));

    private static async Task<IResult> MintTokenAsync(HttpContext http, Sessions sessions, ChatTokens tokens, CancellationToken cancellationToken) =>
        Answer.Ok(await tokens.MintAsync(sessions.CustomerOf(http)?.Id, cancellationToken));
}
