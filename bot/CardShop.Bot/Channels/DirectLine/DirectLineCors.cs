using Microsoft.Net.Http.Headers;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Lets browsers read the answers. No cookie is ever looked at, so that a foreign page gains nothing without a token.</summary>
internal static class DirectLineCors
{
    private const string AllowedHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    /// <summary>Marks an answer as readable by the page that asked.</summary>
    public static ValueTask<object?> Apply(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        Mark(context.HttpContext);
        return next(context);
    }

    /// <summary>Answers a browser that asks before it sends.</summary>
    public static IResult Preflight(HttpContext context)
    {
        Mark(context);
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = AllowedHeaders;
        headers.AccessControlMaxAge = "600";
        return Results.NoContent();
    }

    private static void Mark(HttpContext context)
    {
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        if (context.Request.Headers.Origin is { Count: 1 } origin)
        {
            context.Response.Headers.AccessControlAllowOrigin = origin;
        }
    }
}
