using System.Text;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Policies;

/// <summary>Products and face values by the words that people use for them.</summary>
internal static class ProductNaming
{
    /// <summary>The products of that name or other name, however it is spaced or written: several where they share it (话费), none when the shop doesn't sell it.</summary>
    public static IReadOnlyList<Product> Named(IReadOnlyList<Product> sold, string name) => [.. sold.Where(product => Names(product).Any(known => Plain(known) == Plain(name)))];

    /// <summary>The name that stands in a text, and the products that have it: one product's own name first, then the longest; none when no name does.</summary>
    public static (string? Name, IReadOnlyList<Product> Products) Within(IReadOnlyList<Product> sold, string text)
    {
        var plain = Plain(text);
        var standing = sold
            .SelectMany(product => Names(product).Select(name => (Product: product, Name: name, Plain: Plain(name))))
            .Where(known => known.Plain.Length > 1 && plain.Contains(known.Plain, StringComparison.Ordinal))
            .GroupBy(known => known.Plain)
            .OrderBy(known => known.Count() > 1)
            .ThenByDescending(known => known.Key.Length)
            .FirstOrDefault();
        return standing is null ? (null, []) : (standing.First().Name, [.. standing.Select(known => known.Product)]);
    }

    /// <summary>The face value meant: by its name, or by the number in it; null when the product has none like it.</summary>
    public static Denomination? Denomination(Product product, string? said)
    {
        if (said is null)
        {
            return null;
        }

        var plain = Plain(said);
        return product.Denominations.FirstOrDefault(face => Plain(face.Name) == plain)
            ?? product.Denominations.FirstOrDefault(face => Digits(face.Name) is { Length: > 0 } digits && digits == Digits(said));
    }

    /// <summary>Without spaces, in half width, in small letters.</summary>
    public static string Plain(string text)
    {
        try
        {
            return string.Concat(text.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Half a character: what can't be normalised is nobody's name.
            return text;
        }
    }

    private static IEnumerable<string> Names(Product product) => product.Aliases.Prepend(product.Name);

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
