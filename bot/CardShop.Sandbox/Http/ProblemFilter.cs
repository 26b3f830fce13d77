using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Http;

/// <summary>Answers every failure with one clear line of problem JSON. What went wrong inside is logged, never shown.</summary>
internal sealed partial class ProblemFilter(ILogger<ProblemFilter> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (ProblemException refused)
        {
            if (refused.RetryAfter is { } wait)
            {
                http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return Answer.Problem(refused.Problem);
        }
        catch (BadHttpRequestException broken)
        {
            return Answer.Problem(new(broken.StatusCode is 413 ? "too_large" : "invalid_request", "The request is broken.", broken.StatusCode));
        }
        catch (Exception failure) when (!http.RequestAborted.IsCancellationRequested)
        {
            Failed(failure, http.Request.Method, http.GetEndpoint()?.DisplayName);
            return Answer.Problem(new("internal_error", "The shop has failed to answer. It has been noted.", 500));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The demo shop failed at {Method} {Endpoint}")]
    private partial void Failed(Exception failure, string method, string? endpoint);
}
