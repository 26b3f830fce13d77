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
        var product = catalogue is null ? null : ProductNaming.Within(catalogue, text);
        var name = product?.Name ?? named.Product.Plain ?? known.Product;
        product ??= catalogue is not null && name is not null ? ProductNaming.Find(catalogue, name) : null;
        var isNew = product is not null && product.Name != known.Product && known.Product is not null;
        var rest = product is null ? text : product.Aliases.Prepend(product.Name).OrderByDescending(alias => alias.Length).Aggregate(text, Without);
        return known with
        {
            Product = name,
            Denomination = DenominationIn(rest, named, product) ?? (isNew ? null : known.Denomination),
            Quantity = QuantityIn(rest) ?? known.Quantity,
            Target = new Target(
                AccountIn(rest, named, product) ?? known.Target.Account,
                PhoneIn(rest, named, product) ?? known.Target.Phone,
                RegionIn(rest, named, product) ?? (isNew ? null : known.Target.Region)),
        };
    }

    private static string? DenominationIn(string text, Entities named, Product? product)
    {
        var face = product?.Denominations.Where(offered => Standing(offered.Name, text)).MaxBy(offered => offered.Name.Length);
        return face?.Name ?? (named.Amount.Plain is { } amount ? product is null ? amount : ProductNaming.Denomination(product, amount)?.Name ?? amount + "元" : null);
    }

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

    [GeneratedRegex(@"(?<![0-9])(?<count>[1-9][0-9]?|两|二|三)\s*(?:份|张|个|单|件|笔|pcs|pieces)|[x×*]\s*(?<count>[1-9][0-9]?)(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Quantity();
}
