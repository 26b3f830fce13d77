namespace CardShop.Bot.Shop;

/// <summary>What a request to the shop is, for the handlers between <see cref="ShopClient"/> and the wire.</summary>
/// <param name="IsRead">Reading may be repeated by the handler, a command never.</param>
/// <param name="Timeout">How long it may take in all.</param>
internal sealed record ShopCall(bool IsRead, TimeSpan Timeout)
{
    private static readonly HttpRequestOptionsKey<ShopCall> Key = new(nameof(ShopCall));

    /// <summary>Marks a request.</summary>
    public void Mark(HttpRequestMessage request) => request.Options.Set(Key, this);

    /// <summary>The mark of a request.</summary>
    public static ShopCall? Of(HttpRequestMessage? request) => request is not null && request.Options.TryGetValue(Key, out var call) ? call : null;
}
