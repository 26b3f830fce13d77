using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CardShop.Bot.Hosting;

/// <summary>Where this process listens, as it can reach itself.</summary>
internal sealed class OwnAddress
{
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public OwnAddress(IServer server, IHostApplicationLifetime lifetime) =>
        lifetime.ApplicationStarted.Register(() => Announce(server));

    /// <summary>Waits until the server listens.</summary>
    public Task<Uri> GetAsync(CancellationToken cancellationToken) => _address.Task.WaitAsync(cancellationToken);

    /// <summary>A bound address as one to connect to: what stands for every interface becomes the loopback.</summary>
    internal static Uri ToReachable(string bound)
    {
        var address = BindingAddress.Parse(bound);
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri;
    }

    private void Announce(IServer server)
    {
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];

        // Plain HTTP first: the process need not trust its own certificate.
        if (bound.OrderBy(address => address.StartsWith("https:", StringComparison.OrdinalIgnoreCase)).FirstOrDefault() is { } first)
        {
            _address.TrySetResult(ToReachable(first));
        }
        else
        {
            _address.TrySetException(new InvalidOperationException("The server listens nowhere, so that the demo shop within it can't be reached."));
        }
    }
}
