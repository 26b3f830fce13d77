using CardShop.Bot.Evidence;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Hosting;

/// <summary>Where links that customers open begin: <c>Evidence:PublicUrl</c>; without it the host is reached where it listens, which is true for a demo on one machine.</summary>
internal sealed class PublicAddress(IOptions<EvidenceOptions> options, IServiceProvider services)
{
    /// <summary>Waits until there is one: what is left of the last run may be sent before the server listens.</summary>
    public Task ReadyAsync(CancellationToken cancellationToken) =>
        options.Value.PublicUrl.Length > 0 ? Task.CompletedTask : services.GetRequiredService<OwnAddress>().GetAsync(cancellationToken);

    /// <summary>An address of ours, in full.</summary>
    /// <param name="path">The path, beginning with a slash.</param>
    /// <exception cref="InvalidOperationException">Nothing is configured, and the server does not listen yet.</exception>
    public Uri Of(string path) => new(Base() + path);

    private string Base() => options.Value.PublicUrl is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } bound
            ? OwnAddress.ToReachable(bound).GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException("The server does not listen yet, and Evidence:PublicUrl is not set: there is no address to link to.");
}
