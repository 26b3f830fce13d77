using CardShop.Bot.Evidence;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Channels.Files;

/// <summary>Fetches files from the channel that they came through, and from nowhere else: no other host, no redirect.</summary>
internal sealed partial class ChannelDownloads(IHttpClientFactory clients, ILogger<ChannelDownloads> logger)
{
    /// <summary>The name of its HTTP client.</summary>
    public const string Client = "channel-files";

    /// <summary>Whether an address is the channel's own: the same scheme, host and port, with no credentials in it.</summary>
    public static bool IsWithin(Uri address, Uri channel) =>
        address.UserInfo.Length == 0 && Uri.Compare(address, channel, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Fetches one file into a batch.</summary>
    public async Task TakeAsync(EvidenceBatch batch, Uri address, CancellationToken cancellationToken)
    {
        var before = batch.Files.Count;
        try
        {
            using var http = clients.CreateClient(Client);
            using var answer = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.IsSuccessStatusCode)
            {
                batch.Refuse(FileRefusal.NotStored);
                return;
            }

            await using var content = await answer.Content.ReadAsStreamAsync(cancellationToken);
            await batch.TakeAsync(content, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && failure is HttpRequestException or IOException or OperationCanceledException)
        {
            LogFailed(failure.GetType().Name);
            if (batch.Files.Count == before)
            {
                batch.Refuse(FileRefusal.NotStored);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file could not be fetched from its channel ({Failure}); the customer is told to send it again")]
    private partial void LogFailed(string failure);
}
