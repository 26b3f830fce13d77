using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Replies;

/// <summary>The languages that the text catalogue has, and their tags.</summary>
public static class Languages
{
    /// <summary>The languages that the bot answers in.</summary>
    public static IReadOnlyList<Language> Spoken { get; } = [Language.Chinese, Language.English];

    /// <summary>The BCP 47 tag: <c>zh-CN</c> or <c>en-US</c>.</summary>
    public static string Tag(this Language language) => language == Language.English ? "en-US" : "zh-CN";

    /// <summary>The language of a client's locale; unknown when it tells none. Whatever is not Chinese is answered in English.</summary>
    public static Language OfLocale(string? locale) => string.IsNullOrWhiteSpace(locale) ? Language.Unknown
        : locale.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese : Language.English;
}
