using CardShop.Bot.Hosting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <summary>Where the shop is: as configured, or this process's own address when the demo shop is used. The latter is known once the server listens.</summary>
internal sealed class ShopAddress(IOptions<ShopOptions> options, OwnAddress own)
{
    private const string DemoPath = "sandbox/shop/v1/";

    private readonly Uri? _configured = options.Value.IsDemo ? null : new Uri(options.Value.BaseUrl.TrimEnd('/') + "/");

    /// <summary>The absolute address of a route of the contract.</summary>
    public async ValueTask<Uri> ResolveAsync(string route, CancellationToken cancellationToken) =>
        new(_configured ?? new Uri(await own.GetAsync(cancellationToken), DemoPath), route);
}
