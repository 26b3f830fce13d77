using System.Text.Json;
using CardShop.Dialogs.Shop;
using CardShop.ShopContract;

namespace CardShop.Bot.Shop;

/// <summary>
/// Has the way to the shop compiled while the stores open, which leaves a processor idle: otherwise the first customer, or the first probe, waits for it.
/// </summary>
internal sealed class ShopWarmUp(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>Nothing is served before it is done, so that nobody compiles the same at the same time.</summary>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.Run(Warm, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Warm()
    {
        services.GetRequiredService<ShopClient>();
        RequestSignature.Headers("GET", "/", [], "key", "secret", DateTimeOffset.UnixEpoch, RequestSignature.NewNonce());
        var products = JsonSerializer.SerializeToUtf8Bytes(
            new ProductList([new Product("", [], [new Denomination("", 0)], GoodsKind.Topup, [], [])]), ShopJson.Contract);
        new ShopReply(200, products, null).Read<ProductList>();
    }
}
