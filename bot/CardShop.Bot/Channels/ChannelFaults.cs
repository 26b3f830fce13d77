using CardShop.Bot.Channels.Problems;

namespace CardShop.Bot.Channels;

/// <summary>Whatever goes wrong, the client is answered in a form that it can read, and the fault is logged.</summary>
internal sealed partial class ChannelFaults(ILogger<ChannelFaults> logger) : IEndpointFilter
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
            LogFailed(fault, http.Request.Method, http.GetEndpoint()?.DisplayName);
            return ChannelProblem.ServiceError;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request to a channel failed: {Method} {Endpoint}")]
    private partial void LogFailed(Exception fault, string method, string? endpoint);
}
