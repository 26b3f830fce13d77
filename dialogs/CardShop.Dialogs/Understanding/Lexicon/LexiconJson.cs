using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Lexicon;

/// <summary>The word files that are built into this assembly.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(SignNames)])]
[JsonSerializable(typeof(FoldingFile))]
[JsonSerializable(typeof(PoliteFile))]
[JsonSerializable(typeof(NegationFile))]
[JsonSerializable(typeof(AnswerFile))]
[JsonSerializable(typeof(MentionFile))]
[JsonSerializable(typeof(RegionFile))]
[JsonSerializable(typeof(CueFile))]
[JsonSerializable(typeof(ChangeFile))]
[JsonSerializable(typeof(ProductLexicon))]
[JsonSerializable(typeof(GoodsFile))]
[JsonSerializable(typeof(SideFile))]
[JsonSerializable(typeof(OpenFile))]
internal sealed partial class LexiconJson : JsonSerializerContext
{
    /// <summary>Reads one of the files.</summary>
    public static T Read<T>(string name)
    {
        using var stream = typeof(LexiconJson).Assembly.GetManifestResourceStream($"{typeof(LexiconJson).Namespace}.{name}")
            ?? throw new FileNotFoundException($"The word file {name} is not built in.", name);
        return (T)(JsonSerializer.Deserialize(stream, typeof(T), Default) ?? throw new JsonException($"The word file {name} is empty."));
    }

    private sealed class SignNames() : JsonStringEnumConverter<Sign>(JsonNamingPolicy.SnakeCaseLower);
}

internal sealed record FoldingFile(IReadOnlyList<string> Pairs);

internal sealed record PoliteFile(IReadOnlyList<string> Leading, IReadOnlyList<string> Trailing);

internal sealed record NegationFile(IReadOnlyList<string> Negations, IReadOnlyList<string> Exceptions, IReadOnlyList<string> AllIsWell, IReadOnlyList<string> Between);

internal sealed record AnswerFile(
    IReadOnlyList<string> Yes, IReadOnlyList<string> No, IReadOnlyList<string> Unclear, IReadOnlyList<string> Neutral, IReadOnlyList<string> But, IReadOnlyList<string> LightYes);

internal sealed record RegionFile(
    IReadOnlyList<string> Prefixes, IReadOnlyList<string> Suffixes, IReadOnlyList<string> NoSuffixes, IReadOnlyList<string> Names,
    IReadOnlyList<string> ShortNames, IReadOnlyList<string> Platforms, IReadOnlyList<string> NotAlone, IReadOnlyList<string> EnglishNouns, IReadOnlyList<string> EnglishPlaces);

internal sealed record CueFile(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyDictionary<Sign, IReadOnlyList<string>> Cues,
    IReadOnlyDictionary<Sign, IReadOnlyList<string>> WeakCues, IReadOnlyDictionary<Sign, IReadOnlyList<Sign>> Masks);

internal sealed record ChangeFile(IReadOnlyDictionary<string, IReadOnlyList<string>> Words, IReadOnlyList<string> Changes);

internal sealed record MentionFile(
    IReadOnlyList<string> Order, IReadOnlyList<string> Account, IReadOnlyList<string> Login, IReadOnlyList<string> Amount, IReadOnlyList<string> AmountTail,
    IReadOnlyList<string> Nothing, IReadOnlyList<string> Contact, IReadOnlyList<string> NotNames, IReadOnlyList<string> Links, IReadOnlyList<string> Joints, IReadOnlyList<string> Hotlines,
    IReadOnlyDictionary<string, string> Currencies, IReadOnlyList<string> FaceValueUnits, IReadOnlyList<string> GoodsCounters, IReadOnlyList<string> OtherCounters);

internal sealed record GoodsFile(
    IReadOnlyList<string> Brands, IReadOnlyList<string> Qualifiers, IReadOnlyList<string> Loose, IReadOnlyList<string> Heads, IReadOnlyList<string> VagueHeads, IReadOnlyList<string> VagueBrands, IReadOnlyList<string> Bound,
    IReadOnlyList<string> Not);

internal sealed record SideFile(
    IReadOnlyList<string> WantedBefore, IReadOnlyList<string> OrderedBefore, IReadOnlyList<string> WantedBehind, IReadOnlyList<string> OrderedBehind,
    IReadOnlyList<string> SetsRight);

internal sealed record OpenFile(
    IReadOnlyList<string> OfRegions, IReadOnlyList<string> OfAccounts, IReadOnlyList<string> Became, IReadOnlyList<string> Leading, IReadOnlyList<string> Ending,
    IReadOnlyList<string> Between, IReadOnlyList<string> Wanted, string NeverIn);
