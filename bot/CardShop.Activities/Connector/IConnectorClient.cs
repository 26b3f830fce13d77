namespace CardShop.Activities.Connector;

/// <summary>Writes to a conversation through the channel's connector.</summary>
public interface IConnectorClient
{
    /// <summary>Posts one activity: as a reply if it has a <see cref="Activity.ReplyToId"/>, to the conversation otherwise.</summary>
    /// <param name="serviceUrl">The connector, absolute, http or https.</param>
    /// <param name="activity">The activity; it names its conversation.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>The id that the channel gave to it; null when it gave none.</returns>
    /// <exception cref="ConnectorException">The channel did not take it.</exception>
    Task<string?> PostAsync(Uri serviceUrl, Activity activity, CancellationToken cancellationToken);
}
