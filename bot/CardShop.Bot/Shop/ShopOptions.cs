using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Shop;

/// <summary>Section <c>Shop</c>.</summary>
internal sealed class ShopOptions
{
    public const string Section = "Shop";

    /// <summary>Where a real shop implements the contract, ending in its version; empty for the demo shop within this process.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>Whether commands reach the shop.</summary>
    public CommandMode Commands { get; set; } = CommandMode.Live;

    /// <summary>Names the key that signs requests. Generated for the demo shop.</summary>
    public string KeyId { get; set; } = "";

    /// <summary>The key's secret. Generated for the demo shop.</summary>
    public string Secret { get; set; } = "";

    /// <summary>How long one question may take, repetitions included.</summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long one command may take.</summary>
    public TimeSpan CommandTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a hold or its release may take: it must not delay the cancellation behind it.</summary>
    public TimeSpan BestEffortTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the demo shop within this process is used.</summary>
    public bool IsDemo => string.IsNullOrWhiteSpace(BaseUrl);
}
