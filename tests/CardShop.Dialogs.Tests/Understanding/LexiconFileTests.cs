using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Cues;
using CardShop.Dialogs.Understanding.Lexicon;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Tests.Understanding;

/// <summary>What keeps the word files honest: an entry that can never be found, or is listed and not used, is a mistake.</summary>
public sealed class LexiconFileTests
{
    private static readonly CueFile Cues = LexiconJson.Read<CueFile>("cues.json");
    private static readonly ChangeFile Changes = LexiconJson.Read<ChangeFile>("changes.json");

    [Fact]
    public void Cues_AreWrittenAsFoldedTextIs()
    {
        var folding = new Folding(LexiconJson.Read<FoldingFile>("folding.json").Pairs);

        Assert.DoesNotContain(AllWritten(), written => folding.Fold(written).Plain != written);
    }

    [Fact]
    public void WordLists_AreAllUsed()
    {
        var cues = Cues.Cues.Values.Concat(Cues.WeakCues.Values).SelectMany(list => list).ToList();

        Assert.DoesNotContain(Cues.Words.Keys, name => !cues.Exists(cue => cue.Contains($"{{{name}}}", StringComparison.Ordinal)));
        Assert.DoesNotContain(Changes.Words.Keys, name => !Changes.Changes.Any(cue => cue.Contains($"{{{name}}}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cues_ExistForEverySign() =>
        Assert.DoesNotContain(Enum.GetValues<Sign>(), sign => !Cues.Cues.ContainsKey(sign) && !Cues.WeakCues.ContainsKey(sign));

    [Fact]
    public void Cues_AreListedOnce() =>
        Assert.Empty(Cues.Cues.Concat(Cues.WeakCues).SelectMany(pair => pair.Value.GroupBy(cue => cue).Where(group => group.Count() > 1).Select(group => group.Key)));

    [Fact]
    public void Products_HaveEachNameOnce() =>
        Assert.Empty(ProductLexicon.Common.Products.SelectMany(product => product.Aliases.Prepend(product.Name)).GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));

    private static IEnumerable<string> AllWritten() =>
        [.. Cues.Cues.Values.Concat(Cues.WeakCues.Values).Concat(Cues.Words.Values).Concat(Changes.Words.Values).Append(Changes.Changes).SelectMany(list => list)];
}
