using System.Text;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Policies;

/// <summary>Products and face values by the words that people use for them.</summary>
internal static class ProductNaming
{
    /// <summary>The product of that name or other name, however it is spaced or written; null when the shop doesn't sell it.</summary>
    public static Product? Find(IReadOnlyList<Product> sold, string name) =>
        sold.FirstOrDefault(product => Names(product).Any(known => Plain(known) == Plain(name)));

    /// <summary>The product whose name stands in a text, the longest name first; null when none does.</summary>
    public static Product? Within(IReadOnlyList<Product> sold, string text)
    {
        var plain = Plain(text);
        return sold
            .SelectMany(product => Names(product).Select(name => (Product: product, Name: Plain(name))))
            .Where(known => known.Name.Length > 1 && plain.Contains(known.Name, StringComparison.Ordinal))
            .OrderByDescending(known => known.Name.Length)
            .FirstOrDefault().Product;
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
