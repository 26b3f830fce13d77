using CardShop.Bot.Channels.Problems;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Whatever goes wrong, the client is answered in a form that it can read, and the fault is logged.</summary>
internal sealed class DirectLineFaults(ILogger<DirectLineFaults> logger) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            DirectLineLog.RequestFailed(logger, fault);
            return ChannelProblem.ServiceError;
        }
    }
}
