namespace CardShop.Dialogs.Legal;

/// <summary>What the law says, in short statements with their sources (rule L3).</summary>
/// <param name="FooterZh">What ends every legal answer, in Chinese.</param>
/// <param name="FooterEn">The same in English.</param>
/// <param name="Statements">The statements, in the order of telling.</param>
public sealed record LawBook(string FooterZh, string FooterEn, IReadOnlyList<LawStatement> Statements)
{
    /// <summary>The statements that this version carries.</summary>
    public static LawBook Published { get; } = LegalData.Read<LawBook>("law.json");

    /// <summary>The statements on a topic: <c>claim</c>, <c>limitation</c>, <c>fees</c>, <c>alternatives</c>, <c>where</c>, <c>other-side</c>, <c>channels</c> or <c>do-not</c>.</summary>
    public IEnumerable<LawStatement> On(string topic) => Statements.Where(statement => statement.Topic == topic);

    /// <summary>The statements that were checked longer ago than the days given.</summary>
    public IEnumerable<LawStatement> Stale(DateOnly today, int days) => Statements.Where(statement => statement.Checked.AddDays(days) < today);
}

/// <summary>One statement.</summary>
/// <param name="Id">Its name in this file.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="StatuteZh">The statute's Chinese name.</param>
/// <param name="StatuteEn">Its English name.</param>
/// <param name="Articles">The articles.</param>
/// <param name="Zh">What it says, in Chinese.</param>
/// <param name="En">The same in English.</param>
/// <param name="Source">Where the text was read.</param>
/// <param name="Checked">When.</param>
public sealed record LawStatement(
    string Id, string Topic, string StatuteZh, string StatuteEn, string Articles, string Zh, string En, string Source, DateOnly Checked);
