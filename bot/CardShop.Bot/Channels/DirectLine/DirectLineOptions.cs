using CardShop.Bot.Hosting;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Section <c>DirectLine</c>, beside the secrets.</summary>
internal sealed class DirectLineOptions : ISettings
{
    private const int MaxBurst = 10_000;

    public static string Section => "DirectLine";

    /// <summary>Origins of pages that may use every token, such as <c>https://shop.example</c>; the bot's own pages and those that a token names always may.</summary>
    public string[] TrustedOrigins { get; set; } = [];

    /// <summary>How many messages a conversation may send at once before it is slowed down.</summary>
    public int PostBurst { get; set; } = 60;

    /// <summary>How many messages a second a conversation may send for long.</summary>
    public int PostsPerSecond { get; set; } = 2;

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        foreach (var origin in TrustedOrigins.Where(origin => !IsOrigin(origin)))
        {
            yield return (nameof(TrustedOrigins), $"'{origin}' is not an origin such as https://shop.example");
        }

        if (PostBurst is < 1 or > MaxBurst)
        {
            yield return (nameof(PostBurst), $"'{PostBurst}' is out of range; between 1 and {MaxBurst}");
        }

        if (PostsPerSecond < 1 || PostsPerSecond > PostBurst)
        {
            yield return (nameof(PostsPerSecond), $"'{PostsPerSecond}' is out of range; between 1 and DirectLine:PostBurst '{PostBurst}'");
        }
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
        && (origin.Scheme == Uri.UriSchemeHttps || origin.Scheme == Uri.UriSchemeHttp)
        && origin.PathAndQuery == "/";
}
