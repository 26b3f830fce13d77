using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Legal;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Legal;

public sealed class LawBookTests
{
    private static readonly LawBook Book = LawBook.Published;

    [Fact]
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "Law moves in real time: this test fails once it has not been read again for too long.")]
    public void Statements_WereCheckedLatelyEnough()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

        Assert.Empty(Book.Stale(today).Select(statement => statement.Id));
        Assert.All(Book.Statements, statement => Assert.True(statement.Checked <= today, statement.Id));
    }

    [Fact]
    public void Stale_OnTheLastDay_IsNothing_AndADayLaterEveryStatement()
    {
        var last = Book.Statements.Max(statement => statement.Checked).AddDays(Book.GoodForDays);

        Assert.DoesNotContain(Book.Statements.Where(statement => statement.Checked.AddDays(Book.GoodForDays) == last), Book.Stale(last).Contains);
        Assert.Equal(Book.Statements, Book.Stale(last.AddDays(1)));
    }

    [Fact]
    public void Statements_HaveNamesAndTextsOfTheirOwn()
    {
        Assert.Distinct(Book.Statements.Select(statement => statement.Id));
        Assert.Distinct(Book.Statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Say_EveryStatement_NamesStatuteArticleAndDay(Language language) => Assert.All(Book.Statements, statement =>
    {
        var said = statement.Say(language);
        Assert.Contains("2026-11-22", said, StringComparison.Ordinal);
        Assert.All(statement.Articles, article => Assert.Contains(article, said, StringComparison.Ordinal));
        Assert.Equal(statement.Statute is null, statement.Articles.Count == 0);
        Assert.NotEmpty(statement.Source);
    });

    [Fact]
    public void Say_AStatement_ReadsAsASentenceWithItsSource()
    {
        Assert.Equal("别人没有法律根据得了好处，受损的一方一般可以要求返还。（《民法典》第 122、985 条，2026-11-22 核对）", Book["return"].Say(Language.Chinese));
        Assert.Equal("People's mediation is free; both sides have to be willing. (People's Mediation Law, Art. 4; checked 2026-11-22)", Book["mediation"].Say(Language.English));
    }

    [Fact]
    public void EveryLegalText_IsToldSomewhere()
    {
        var told = Book.Statements.SelectMany(statement => new[] { statement.Text, statement.Statute }).Append(Book.Footer).ToHashSet();
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "dialogs", "CardShop.Dialogs", "Legal"), "*.cs").Select(File.ReadAllText));

        Assert.All(
            TextCatalogue.Keys(Language.Chinese).Where(key => key.StartsWith("legal.", StringComparison.Ordinal) && !key.StartsWith("legal.topic.", StringComparison.Ordinal)),
            key => Assert.True(told.Contains(key) || source.Contains($"\"{key}\"", StringComparison.Ordinal), key));
    }

    // LEGAL.md, UNVERIFIED: the Internet courts' new list, 12381, 12377, 智慧315, provincial figures of small claims, lawyers' fees, thresholds of embezzlement.
    [Fact]
    public void NoText_SaysWhatWasNotVerified() => Assert.All(
        TextCatalogue.Keys(Language.Chinese).Where(key => key.StartsWith("legal.", StringComparison.Ordinal)),
        key => Assert.DoesNotMatch(new Regex("互联网法院|12381|12377|智慧315|54,?323|217,?290|律师费|数额较大"), TextCatalogue.Get(Language.Chinese, key)));

    [Fact]
    public void Footer_IsTheAgreedOne() =>
        Assert.Equal("以上为一般性法律信息，不构成法律意见；金额较大或情况复杂请咨询律师。", TextCatalogue.Get(Language.Chinese, Book.Footer));
}
