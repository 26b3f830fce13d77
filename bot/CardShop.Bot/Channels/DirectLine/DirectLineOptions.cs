using System.ComponentModel.DataAnnotations;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Settings of the web channel, under <c>DirectLine</c>.</summary>
public sealed class DirectLineOptions
{
    /// <summary>Origins of pages that may use every token, such as <c>https://shop.example</c>; a page's own origin and those in its token always may.</summary>
    public IList<string> TrustedOrigins { get; } = [];

    /// <summary>How many messages a conversation may send at once before it is slowed down.</summary>
    [Range(1, 10_000)]
    public int PostBurst { get; set; } = 60;

    /// <summary>How many messages a second a conversation may send for long.</summary>
    [Range(1, 1_000)]
    public int PostsPerSecond { get; set; } = 2;
}
