using System.Net;

namespace CardShop.Activities.Connector;

/// <summary>A channel's connector did not take an activity.</summary>
public sealed class ConnectorException : Exception
{
    /// <summary>The connector answered with a refusal.</summary>
    public ConnectorException(HttpStatusCode status)
        : base($"The connector answered {(int)status}.") => Status = status;

    /// <summary>No answer came.</summary>
    public ConnectorException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The connector's answer; null when none came.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>
    /// Whether the same activity can never be taken: the connector understood it and says no. A redirect counts as a no, since it is not followed. A time-out,
    /// a throttle or a fault of the connector passes.
    /// </summary>
    public bool IsFinal => Status is { } status && (int)status is >= 300 and < 500
        && status is not (HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);
}
