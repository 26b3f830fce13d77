using System.Globalization;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Legal;

/// <summary>What the law says, in short statements with their sources (rule L3).</summary>
/// <param name="GoodForDays">How many days a statement may be told after it was checked; then it has to be read again at its source.</param>
/// <param name="Footer">The text key of what ends every legal answer.</param>
/// <param name="Statements">The statements, in the order of telling.</param>
public sealed record LawBook(int GoodForDays, string Footer, IReadOnlyList<LawStatement> Statements)
{
    /// <summary>The statements that this version carries.</summary>
    public static LawBook Published { get; } = LegalData.Read<LawBook>("law.json");

    /// <summary>The statement of that name.</summary>
    public LawStatement this[string id] => Statements.Single(statement => statement.Id == id);

    /// <summary>The statements that were checked too long ago to be told on that day.</summary>
    public IEnumerable<LawStatement> Stale(DateOnly today) => Statements.Where(statement => statement.Checked.AddDays(GoodForDays) < today);
}

/// <summary>One statement.</summary>
/// <param name="Id">Its name in the file.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Text">The text key of what it says.</param>
/// <param name="Statute">The text key of the statute's name; null where practice, not a statute, is told.</param>
/// <param name="Articles">The articles of the statute.</param>
/// <param name="Source">Where it was read; for us, not for customers.</param>
/// <param name="Checked">When it was read there.</param>
/// <param name="OnlyIf">In which situation alone it is told; null for always.</param>
public sealed record LawStatement(
    string Id, LegalTopic Topic, string Text, IReadOnlyList<string> Articles, string Source, DateOnly Checked, string? Statute = null, LegalCondition? OnlyIf = null)
{
    /// <summary>What it says, with statute, article and the day on which it was checked.</summary>
    public string Say(Language language)
    {
        var words = TextCatalogue.Get(language, Text);
        var day = Checked.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Statute is null
            ? TextCatalogue.Get(language, "legal.citation_practice", new Dictionary<string, string> { ["text"] = words, ["checked"] = day })
            : TextCatalogue.Get(language, "legal.citation", new Dictionary<string, string>
            {
                ["text"] = words,
                ["statute"] = TextCatalogue.Get(language, Statute),
                ["articles"] = string.Join(TextCatalogue.Get(language, "format.and"), Articles),
                ["checked"] = day,
            });
    }
}
