using System.Collections.Frozen;
using System.Text.Json;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Replies;

/// <summary>The text catalogue (文案库): every word that a person sees, in both languages. Read once, from the assembly.</summary>
public static class TextCatalogue
{
    private static readonly FrozenDictionary<Language, FrozenDictionary<string, string>> Texts =
        Languages.Spoken.ToFrozenDictionary(language => language, Load);

    /// <summary>All keys of a language.</summary>
    public static IReadOnlyCollection<string> Keys(Language language) => Texts[language].Keys;

    /// <summary>The words for a key, with <c>{name}</c> replaced by the fact of that name.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue lacks the key: a test keeps that from happening.</exception>
    public static string Get(Language language, string key, IReadOnlyDictionary<string, string>? facts = null)
    {
        var text = Texts[language][key];
        if (facts is not null && text.Contains('{', StringComparison.Ordinal))
        {
            // Facts are put in one by one and never looked at again, so that braces in a customer's words stay what they are.
            text = Placeholders.Fill(text, facts);
        }

        return text;
    }

    private static FrozenDictionary<string, string> Load(Language language)
    {
        var name = $"CardShop.Dialogs.Replies.Texts.{language.Tag()}.json";
        using var stream = typeof(TextCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The text catalogue {name} is missing from the assembly.");
        return JsonSerializer.Deserialize(stream, TextJson.Default.DictionaryStringString)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
