using CardShop.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Control;

/// <summary>The controls act without a password, so only this very machine may use them, directly, and no page but the demo's own.</summary>
internal sealed class ControlGuard : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return (SameOrigin.IsLoopback(http), SameOrigin.IsForwarded(http.Request), SameOrigin.IsLoopbackName(http.Request), SameOrigin.IsOwn(http.Request)) switch
        {
            (false, _, _, _) => throw ProblemException.Forbidden("The controls are for callers on this machine only."),
            (_, true, _, _) => throw ProblemException.Forbidden("The controls take no forwarded requests."),
            (_, _, false, _) => throw ProblemException.Forbidden("The controls answer to localhost only."),
            (_, _, _, false) => throw ProblemException.Forbidden("The controls take no requests from other pages."),
            _ => next(context),
        };
    }
}
