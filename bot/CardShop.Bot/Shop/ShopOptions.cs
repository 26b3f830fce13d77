using CardShop.Bot.Hosting;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Shop;

/// <summary>Section <c>Shop</c>.</summary>
internal sealed class ShopOptions : ISettings
{
    public static string Section => "Shop";

    private const int MinSecretLength = 16;

    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

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

    /// <summary>How often the shop is asked what has happened, in case it could not reach us.</summary>
    public TimeSpan EventsInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether the demo shop within this process is used.</summary>
    public bool IsDemo => string.IsNullOrWhiteSpace(BaseUrl);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (!IsDemo && !(Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            yield return (nameof(BaseUrl), $"'{BaseUrl}' is not an http address; give one such as https://shop.example/v1/, or leave it empty for the demo shop");
        }

        if (KeyId.Length == 0)
        {
            yield return (nameof(KeyId), "it is missing; a real shop (Shop:BaseUrl) needs the id of the key that it has given to the bot");
        }

        if (Secret.Length < MinSecretLength)
        {
            yield return (nameof(Secret), $"it is missing or shorter than {MinSecretLength} characters; a real shop (Shop:BaseUrl) needs the secret of Shop:KeyId");
        }

        if (EventsInterval < ShortestInterval || EventsInterval > LongestInterval)
        {
            yield return (nameof(EventsInterval), $"'{EventsInterval}' is out of range; between {ShortestInterval} and {LongestInterval}");
        }

        foreach (var (setting, value) in new[] { (nameof(ReadTimeout), ReadTimeout), (nameof(CommandTimeout), CommandTimeout), (nameof(BestEffortTimeout), BestEffortTimeout) })
        {
            if (value <= TimeSpan.Zero || value > LongestTimeout)
            {
                yield return (setting, $"'{value}' is out of range; between 00:00:00.001 and {LongestTimeout}");
            }
        }
    }
}
