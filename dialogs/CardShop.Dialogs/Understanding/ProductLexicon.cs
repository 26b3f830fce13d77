using CardShop.Dialogs.Understanding.Lexicon;

namespace CardShop.Dialogs.Understanding;

/// <summary>What a shop sells and where, in the words that its customers use. Names are read in half width and small letters.</summary>
public sealed record ProductLexicon
{
    /// <summary>The products.</summary>
    public required IReadOnlyList<ProductNames> Products { get; init; }

    /// <summary>Regions and servers whose names don't end in 区 or 服.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The common goods of card shops, for a shop that has told nothing of its own.</summary>
    public static ProductLexicon Common { get; } = LexiconJson.Read<ProductLexicon>("products.json");

    /// <summary>The name of the product that a customer's word stands for; null when it is none of these.</summary>
    public string? NameOf(string said) =>
        Products.FirstOrDefault(product => product.All.Contains(said, StringComparer.OrdinalIgnoreCase))?.Name;
}

/// <summary>One product.</summary>
/// <param name="Name">As the shop calls it.</param>
/// <param name="Aliases">As customers call it.</param>
public sealed record ProductNames(string Name, IReadOnlyList<string> Aliases)
{
    /// <summary>Every word for it.</summary>
    internal IEnumerable<string> All => Aliases.Prepend(Name);
}
