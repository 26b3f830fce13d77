using System.Globalization;
using System.Text;
using System.Xml;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Documents;

/// <summary>The words of a document: Chinese, with an English gloss for who reads English.</summary>
/// <param name="language">The reader's.</param>
internal sealed class Words(Language language)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The words of a key <c>document.…</c>.</summary>
    public string Of(string key)
    {
        var chinese = TextCatalogue.Get(Language.Chinese, "document." + key);
        return language == Language.English ? $"{chinese} / {TextCatalogue.Get(Language.English, "document." + key)}" : chinese;
    }

    /// <summary>A fact, or the gap that is left for it.</summary>
    public string OrGap(string? fact, string key) =>
        string.IsNullOrWhiteSpace(fact) ? $"【待填：{Of(key)}】" : Printable(fact.Trim());

    /// <summary>An amount of money, such as ¥1,050.00.</summary>
    public static string? Money(long? fen) => fen is null ? null : string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100m:#,##0.00}");

    /// <summary>A moment, in Asia/Shanghai.</summary>
    public static string? Moment(DateTimeOffset? moment) => moment?.ToOffset(China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A day as Chinese papers write it.</summary>
    public static string Day(DateTimeOffset moment) => moment.ToOffset(China).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Without what XML cannot hold.</summary>
    public static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value))
                kept.Append(rune.ToString());
        }

        return kept.ToString();
    }
}
