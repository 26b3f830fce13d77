using System.Globalization;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Reads from one message what somebody is about to buy. The shop's own catalogue knows its names best.</summary>
internal static partial class PlannedReader
{
    /// <summary>What was known already, with what the message adds or mends.</summary>
    public static PlannedOrder Read(string text, Entities named, IReadOnlyList<Product>? catalogue, PlannedOrder known)
    {
        var sold = catalogue ?? [];
        var (said, meant) = ProductNaming.Within(sold, text);
        var name = meant is [var only] ? only.Name : said ?? named.Product.Plain ?? known.Product;
        meant = meant.Count > 0 || name is null ? meant : ProductNaming.Named(sold, name);

        // Goods that share a name (话费) differ in their carrier only.
        var product = meant.Count > 0 ? meant[0] : null;
        var isNew = product is not null && known.Product is { } before && !ProductNaming.Named(sold, before).Contains(product);
        var rest = product is null ? text : product.Aliases.Prepend(product.Name).OrderByDescending(alias => alias.Length).Aggregate(text, Without);
        return known with
        {
            Product = name,
            Denomination = DenominationIn(rest, named, meant) ?? (isNew ? null : known.Denomination),
            Quantity = QuantityIn(rest) ?? known.Quantity,
            Target = new Target(
                AccountIn(rest, named, product) ?? known.Target.Account,
                PhoneIn(rest, named, product) ?? known.Target.Phone,
                RegionIn(rest, named, product) ?? (isNew ? null : known.Target.Region)),
        };
    }

    private static string? DenominationIn(string text, Entities named, IReadOnlyList<Product> meant)
    {
        var offered = meant.SelectMany(product => product.Denominations).ToList();
        var face = offered.Where(face => Standing(face.Name, text)).MaxBy(face => face.Name.Length) ?? offered.FirstOrDefault(face => IsTermIn(text, face.Name));
        return face?.Name
            ?? (named.Amount.Plain is { } amount ? meant.Select(product => ProductNaming.Denomination(product, amount)).FirstOrDefault(known => known is not null)?.Name ?? (meant.Count == 0 ? amount : amount + "元") : null);
    }

    /// <summary>Whether a membership's term is told in English.</summary>
    private static bool IsTermIn(string text, string face) => face.Length > 0 && face[0] switch
    {
        '周' => Week().IsMatch(text),
        '月' => Month().IsMatch(text),
        '季' => Quarter().IsMatch(text),
        '年' => Year().IsMatch(text),
        _ => false,
    };

    private static string? RegionIn(string text, Entities named, Product? product) =>
        product?.Regions.Where(region => text.Contains(region, StringComparison.OrdinalIgnoreCase)).MaxBy(region => region.Length) ?? named.Region.Plain;

    private static string? PhoneIn(string text, Entities named, Product? product) => product is not null && !product.TargetFields.Contains("phone") ? null
        : named.Phone.Plain ?? (product is null ? null : named.Account.Plain ?? Longest(Digits(), text));

    private static string? AccountIn(string text, Entities named, Product? product) => product is not null && !product.TargetFields.Contains("account") ? null
        : named.Account.Plain ?? (product is null ? null : named.Phone.Plain ?? Longest(Accounts(), text));

    private static int? QuantityIn(string text) =>
        Quantity().Match(text) is { Success: true } match ? match.Groups["count"].Value switch { "两" or "二" => 2, "三" => 3, var digits => int.Parse(digits, CultureInfo.InvariantCulture) } : null;

    /// <summary>Whether a face value stands in a text as itself, and not as the tail of a longer number: 0元 is no 10元.</summary>
    private static bool Standing(string face, string text)
    {
        var at = text.IndexOf(face, StringComparison.Ordinal);
        return at >= 0 && !(at > 0 && char.IsAsciiDigit(face[0]) && char.IsAsciiDigit(text[at - 1]));
    }

    private static string? Longest(Regex shape, string text) => shape.Matches(text).Select(match => match.Value).MaxBy(value => value.Length);

    private static string Without(string text, string word) => text.Replace(word, " ", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![0-9A-Za-z.])[0-9]{6,20}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"(?<![0-9A-Za-z_.@-])[0-9A-Za-z][0-9A-Za-z_.@-]{4,63}", RegexOptions.CultureInvariant)]
    private static partial Regex Accounts();

    [GeneratedRegex(@"\b(?:weekly|(?:a|one|1)[ -]week|7[ -]days?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Week();

    [GeneratedRegex(@"\b(?:monthly|(?:a|one|1)[ -]month|30[ -]days?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    [GeneratedRegex(@"\b(?:quarterly|(?:a|one|1)[ -]quarter|(?:three|3)[ -]months?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"\b(?:yearly|annual|(?:a|one|1)[ -]year|(?:twelve|12)[ -]months?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9])(?<count>[1-9][0-9]?|两|二|三)\s*(?:份|张|个|单|件|笔|pcs|pieces)|[x×*]\s*(?<count>[1-9][0-9]?)(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
