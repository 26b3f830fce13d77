using System.Globalization;
using System.Text.Json.Nodes;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Tagging;

namespace CardShop.Understanding.Trainer;

/// <summary>A message as the tagger sees it, with the tags that its labelled entities come to.</summary>
/// <param name="Line">The message.</param>
/// <param name="Found">What the lexicon found.</param>
/// <param name="Meaning">What a classifier makes of it.</param>
/// <param name="Tokens">Its tokens.</param>
/// <param name="Features">The features of each token.</param>
/// <param name="Tags">The tag of each token.</param>
internal sealed record TagExample(CorpusLine Line, Findings Found, int Meaning, List<Token> Tokens, uint[][] Features, int[] Tags)
{
    /// <summary>Reads the tokens of every message.</summary>
    public static IReadOnlyList<TagExample> Of(IReadOnlyList<Example> examples)
    {
        var lexicon = new LexiconUnderstanding();
        var meanings = SecondHand.Meanings(examples);
        return [.. examples.Select((example, index) => Of(example.Line, meanings[index], lexicon))];
    }

    private static TagExample Of(CorpusLine line, int meaning, LexiconUnderstanding lexicon)
    {
        var (found, _) = lexicon.Judge(line.Text, line.Asked);
        var tokens = TokenReader.Read(found);
        var reader = new TagFeatures(found, meaning, tokens);
        var features = new uint[tokens.Count][];
        var list = new FeatureList(stackalloc uint[FeatureList.Most]);
        for (var at = 0; at < tokens.Count; at++)
        {
            list.Clear();
            reader.Read(at, ref list);
            features[at] = list.All.ToArray();
        }

        return new TagExample(line, found, meaning, tokens, features, Align(line, found, tokens));
    }

    /// <summary>Finds the labelled values in the message, the longest first, since 点券 stands within 王者点券.</summary>
    private static int[] Align(CorpusLine line, Findings found, List<Token> tokens)
    {
        var tags = new int[tokens.Count];
        var values = (line.Entities ?? [])
            .SelectMany(pair => pair.Value is JsonArray several ? several.Select(one => (pair.Key, Value: one)) : [(pair.Key, pair.Value)])
            .Where(pair => Enum.TryParse<EntityRole>(pair.Key, ignoreCase: true, out _))
            .Select(pair => (Role: (int)Enum.Parse<EntityRole>(pair.Key, ignoreCase: true), Value: Plain(pair.Value!)))
            .OrderByDescending(pair => pair.Value.Length);
        foreach (var (role, value) in values)
        {
            for (var first = 0; first < tokens.Count; first++)
                Mark(found, tokens, tags, first, role, value);
        }

        return tags;
    }

    private static void Mark(Findings found, List<Token> tokens, int[] tags, int first, int role, string value)
    {
        if ((tokens[first].Roles >> role & 1) == 0)
            return;
        for (var last = first; last < tokens.Count && tags[last] == TagSet.Outside; last++)
        {
            if (string.Equals(TaggedEntities.ValueOf(found, tokens, first, last), value, StringComparison.OrdinalIgnoreCase) || Same(tokens[first], first == last, value))
            {
                tags[first] = TagSet.Begin(role);
                for (var inner = first + 1; inner <= last; inner++)
                    tags[inner] = TagSet.GoOn(role);
                return;
            }

            if (!TagSet.IsLong(role) || tokens[last].End - tokens[first].Start > value.Length + 2)
                return;
        }
    }

    private static bool Same(Token token, bool isWhole, string value) =>
        isWhole && token.Number is { } number && decimal.TryParse(number.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var one)
        && decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var other) && one == other && number.Value.Length < 10;

    private static string Plain(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.Number ? value.GetValue<decimal>().ToString(CultureInfo.InvariantCulture) : value.ToString();
}
