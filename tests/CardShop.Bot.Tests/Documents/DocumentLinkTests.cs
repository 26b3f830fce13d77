using System.Net;
using CardShop.Bot.Documents;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Documents;

public sealed class DocumentLinkOnSqliteTests() : DocumentLinkTests(StoreKind.Sqlite);

public sealed class DocumentLinkOnPostgreSqlTests() : DocumentLinkTests(StoreKind.PostgreSql);

/// <summary>A link to documents belongs to the first browser in which its button is pressed; shared with anybody else, it opens nothing.</summary>
public abstract class DocumentLinkTests(StoreKind store)
{
    private static readonly Capability Allowed = new(Verdict.Allowed);

    private static readonly CaseFile Case = new()
    {
        Number = Orders.CaseNumber,
        State = CaseState.UnderReview,
        Facts = new OrderFacts(Orders.Paid("O-1"), new Capabilities { Version = 1, Hold = Allowed, Cancel = Allowed, Modify = Allowed, Refund = Allowed }),
    };

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Language.Chinese, "下载案件材料", "在这个浏览器里有用")]
    [InlineData(Language.English, "Download the case papers", "works in this browser only")]
    public async Task Looking_ShowsAButton_NamesNobody_AndUsesNothingUp(Language language, string button, string promise)
    {
        await using var documents = await StartAsync(language);
        var link = documents.Link(CaseDocument.Bundle);
        for (var preview = 0; preview < 3; preview++)
        {
            using var messenger = documents.Opens();
            Assert.Equal(HttpStatusCode.OK, (await messenger.LookAsync(link)).Status);
        }

        using var browser = documents.Opens();
        var (_, page) = await browser.LookAsync(link);

        Assert.Contains(button, page, StringComparison.Ordinal);
        Assert.Contains(promise, page, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Orders.CaseNumber, page, StringComparison.Ordinal);
        Assert.DoesNotContain("O-1", page, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(documents));
        using var taken = await browser.PressAsync(link);
        Assert.Equal("application/zip", taken.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task FirstPress_MakesTheLinkThatBrowsersOwn()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var browser = documents.Opens();
        using var first = await browser.TakeAsync(link);
        var secret = browser.Cookie!.Split(';')[0]["documents=".Length..];

        using var again = await browser.PressAsync(link);
        using var another = documents.Opens();
        var (looked, page) = await another.LookAsync(link);
        using var pressed = await another.PressAsync(link);
        using var withoutLooking = await documents.Opens().PressAsync(link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Equal(HttpStatusCode.Forbidden, looked);
        Assert.Contains("再要一个链接", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Orders.CaseNumber, page, StringComparison.Ordinal);
        Assert.Null(another.Cookie);
        Assert.NotEqual(HttpStatusCode.OK, pressed.StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, withoutLooking.StatusCode);
        var row = Assert.Single(await RowsAsync(documents));
        Assert.Equal(64, row.BrowserHash.Length);
        Assert.DoesNotContain(secret, row.BrowserHash, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whoever has looked in time, before the customer pressed, is turned away at the press.</summary>
    [Fact]
    public async Task SecondBrowser_ThatHadLookedBefore_IsTurnedAwayKindly_InItsLanguage()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var other = documents.Opens();
        await other.LookAsync(link);
        using var own = await documents.TakeAsync(link);

        using var refused = await other.PressAsync(link);
        var (_, english) = await other.LookAsync(link, "?lang=en-US");

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Null(refused.Content.Headers.ContentDisposition);
        Assert.Contains("ask for a link of your own in the chat", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPressesAtOnce_FromTwoBrowsers_OneWins()
    {
        await using var documents = await StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var link = documents.Link(CaseDocument.Application);
            using var first = documents.Opens();
            using var second = documents.Opens();
            await first.LookAsync(link);
            await second.LookAsync(link);

            var answers = await Task.WhenAll(first.PressAsync(link), second.PressAsync(link));

            Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Forbidden], answers.Select(answer => answer.StatusCode).Order());
            Array.ForEach(answers, answer => answer.Dispose());
        }

        Assert.Equal(10, (await RowsAsync(documents)).Count);
    }

    [Fact]
    public async Task TwoPressesAtOnce_FromOneBrowser_BothGetTheDocuments()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Application);
        using var browser = documents.Opens();
        await browser.LookAsync(link);

        var answers = await Task.WhenAll(browser.PressAsync(link), browser.PressAsync(link));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Cookie_IsOutOfReach_AndOfThisLinkAlone()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var browser = documents.Opens();
        await browser.LookAsync(link);
        var cookie = browser.Cookie!;

        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"; path={link.AbsolutePath}", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; max-age=900", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        await browser.LookAsync(link);
        Assert.Null(browser.Cookie);
    }

    [Fact]
    public async Task Cookie_WhereCustomersComeByHttps_IsSecure()
    {
        await using var documents = await StartAsync(settings: ("Evidence:PublicUrl", "https://help.shop.example/"));
        using var browser = documents.Opens();
        await browser.LookAsync(new Uri(documents.Link(CaseDocument.Bundle).AbsolutePath, UriKind.Relative));

        Assert.Contains("; secure", browser.Cookie!, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A foreign page, a neighbour under the same domain, and a program without cookies use nothing up.</summary>
    [Theory]
    [InlineData("https://evil.example", "cross-site")]
    [InlineData("https://evil.example", null)]
    [InlineData("null", null)]
    [InlineData("https://neighbour.shop.example", "same-site")]
    public async Task PressFromAForeignPage_TakesNothing(string origin, string? site)
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var browser = documents.Opens();
        await browser.LookAsync(link);

        using var answer = await browser.PressAsync(link, origin, site);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await RowsAsync(documents));
    }

    [Fact]
    public async Task BrowserWithoutCookies_IsToldSo_AndTheLinkIsStillGood()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var forgetful = documents.Opens(keepsCookies: false);
        using var refused = await forgetful.TakeAsync(link);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Cookie", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Patience)), StringComparison.Ordinal);
        using var answer = await documents.TakeAsync(link);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>The page may be looked at by nobody else's page, keeps nothing, and runs nothing.</summary>
    [Fact]
    public async Task Page_IsKeptToItself()
    {
        await using var documents = await StartAsync();
        using var http = new HttpClient();
        using var answer = await http.GetAsync(documents.Link(CaseDocument.Bundle), Patience);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.All(["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"], part => Assert.Contains(part, policy, StringComparison.Ordinal));
        Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task EachLink_IsItsOwn()
    {
        await using var documents = await StartAsync();
        using var customer = await documents.TakeAsync(documents.Link(CaseDocument.Bundle));
        using var afresh = await documents.TakeAsync(documents.Link(CaseDocument.Bundle));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (customer.StatusCode, afresh.StatusCode));
    }

    [Fact]
    public async Task Record_SaysThatDocumentsWereTaken_AndOnceThatSomebodyWasTurnedAway()
    {
        await using var documents = await StartAsync();
        var link = documents.Link(CaseDocument.Bundle);
        using var other = documents.Opens();
        await other.LookAsync(link);
        using var browser = documents.Opens();
        using var first = await browser.TakeAsync(link);
        using var again = await browser.PressAsync(link);
        for (var press = 0; press < 3; press++)
        {
            using var refused = await other.PressAsync(link);
        }

        var lines = await documents.Bot.QueryAsync(context => context.CaseEvents.Where(row => row.Kind.StartsWith("Documents")).OrderBy(row => row.Id).ToListAsync(Patience));
        Assert.Equal(["DocumentsTaken", "DocumentsTurnedAway"], lines.Select(line => line.Kind));
        Assert.All(lines, line => Assert.Equal((Orders.CaseNumber, """{"what":"bundle"}"""), (line.CaseNumber, line.Data)));
    }

    [Fact]
    public async Task Expired_TheLinkIsForgotten_AndOpensNothingToAnybody()
    {
        await using var documents = await StartAsync();
        var (link, later) = (documents.Link(CaseDocument.Bundle), documents.Link(CaseDocument.Bundle));
        using var browser = documents.Opens();
        using var taken = await browser.TakeAsync(link);
        documents.Wall.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(0, await documents.Get<DocumentLinkBook>().SweepAsync(Patience));

        documents.Wall.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await documents.Get<DocumentLinkBook>().SweepAsync(Patience));

        using var refused = await browser.PressAsync(link);
        Assert.Equal(HttpStatusCode.Gone, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await documents.Opens().LookAsync(later)).Status);
    }

    /// <summary>What the desk takes is behind its own door: the link of one opens nothing at the other's.</summary>
    [Fact]
    public async Task LinkOfTheDesk_OpensNothingOutside()
    {
        await using var documents = await StartAsync();
        var link = documents.Get<DocumentTickets>().WriteForDesk(TurnHarness.ConversationId, Orders.CaseNumber, CaseDocument.Bundle);

        Assert.Equal(HttpStatusCode.NotFound, (await documents.Opens().LookAsync(new Uri($"/documents/{link}", UriKind.Relative))).Status);
        Assert.Null(documents.Get<DocumentTickets>().ReadForDesk(documents.Link(CaseDocument.Bundle).Segments[^1]));
    }

    private async Task<RunningDocuments> StartAsync(Language language = Language.Chinese, params (string Name, string Value)[] settings)
    {
        var documents = await RunningDocuments.StartAsync(store, settings);
        await documents.SayAsync("hi", Case, language);
        return documents;
    }

    private static Task<List<CardShop.Persistence.Documents.DocumentLinkRow>> RowsAsync(RunningDocuments documents) =>
        documents.Bot.QueryAsync(context => context.DocumentLinks.AsNoTracking().ToListAsync(Patience));
}
