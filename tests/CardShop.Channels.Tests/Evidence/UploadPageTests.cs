using System.Net;
using System.Text.RegularExpressions;
using CardShop.Bot.Evidence.Page;
using CardShop.Channels.Tests.DirectLine;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Testing;

namespace CardShop.Channels.Tests.Evidence;

/// <summary>The page behind a signed link, without any script.</summary>
public sealed partial class UploadPageTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_ShowsTheForm_InTheConversationsLanguage_LockedDown()
    {
        await using var channels = await RunningChannels.StartAsync();
        var key = await OpenAsync(channels);

        using var answer = await channels.Http.GetAsync(channels.UploadLink(key, "en-US"), Patience);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Patience);
        Assert.Contains("<html lang=\"en-US\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none'; style-src 'self'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var style = await channels.Http.GetAsync(UploadPage.StylePath, Patience);
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Files_BecomeATurn_AndThePageTellsWhatBecameOfEach()
    {
        await using var channels = await RunningChannels.StartAsync();
        var key = await OpenAsync(channels);

        var (status, page) = await SendAsync(channels, channels.UploadLink(key), ("截图<b>.png", EvidenceFiles.Png()), ("cat.png", EvidenceFiles.Executable()));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("&lt;b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.Contains("收到了", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("这个文件不能用", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        var turn = channels.House.Inbound.Last();
        Assert.Equal(key, turn.ConversationId);
        Assert.Equal(2, Assert.IsType<CustomerSaid>(turn.Incoming).Files.Count);
    }

    [Fact]
    public async Task SameFormAgain_ChangesNothing()
    {
        await using var channels = await RunningChannels.StartAsync();
        var key = await OpenAsync(channels);
        var link = channels.UploadLink(key);

        await SendAsync(channels, link, ("a.png", EvidenceFiles.Png()));
        var (status, _) = await SendAsync(channels, link, ("a.png", EvidenceFiles.Png()));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(channels.Evidence.Kept);
        Assert.Equal(1, channels.Evidence.Left);
    }

    [Fact]
    public async Task LinkReused_TakesMore_UntilTheCaseIsFull()
    {
        await using var channels = await RunningChannels.StartAsync(("Evidence:MaxFilesPerCase", "2"));
        var link = channels.UploadLink(await OpenAsync(channels));

        for (var shade = 0; shade < 3; shade++)
        {
            await SendAsync(channels, link, $"form-{shade}", ("a.png", EvidenceFiles.Png(shade: (byte)shade)));
        }

        Assert.Equal(2, channels.Evidence.Kept.Count);
        Assert.Equal(FileRefusal.TooMany, Assert.IsType<RefusedFile>(Assert.Single(Assert.IsType<CustomerSaid>(channels.House.Inbound.Last().Incoming).Files)).Cause);
    }

    [Fact]
    public async Task LinkExpired_SaysHowToGetAnother_AndTakesNothing()
    {
        await using var channels = await RunningChannels.StartAsync();
        var link = channels.UploadLink(await OpenAsync(channels));
        channels.Wall.Advance(TimeSpan.FromHours(2));

        Assert.Equal(HttpStatusCode.Gone, (await SendAsync(channels, link, ("a.png", EvidenceFiles.Png()))).Status);
        var (status, page) = await GetAsync(channels, link);

        Assert.Equal(HttpStatusCode.Gone, status);
        Assert.Contains("发截图", page, StringComparison.Ordinal);
        Assert.Empty(channels.Evidence.Bytes);
    }

    [Fact]
    public async Task LinkAltered_IsNotKnown()
    {
        await using var channels = await RunningChannels.StartAsync();
        var link = channels.UploadLink(await OpenAsync(channels));

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(channels, link[..^3] + (link[^3] == 'A' ? 'B' : 'A') + link[^2..])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(channels, "/evidence/x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(channels, "/evidence/" + new string('A', 5_000))).Status);
    }

    [Fact]
    public async Task LinkOfAConversationThatIsGone_IsNotKnown()
    {
        await using var channels = await RunningChannels.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(channels, channels.UploadLink("directline:never"))).Status);
    }

    [Fact]
    public async Task LinkOfOneConversation_NeverReachesAnother()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (mine, other) = (await OpenAsync(channels), await OpenAsync(channels));

        await SendAsync(channels, channels.UploadLink(mine), ("a.png", EvidenceFiles.Png()));

        Assert.Equal(mine, Assert.Single(channels.Evidence.Kept).ConversationId);
        Assert.DoesNotContain(channels.House.Inbound, turn => turn.ConversationId == other && turn.Incoming is CustomerSaid);
    }

    [Fact]
    public async Task NothingChosen_IsSaid()
    {
        await using var channels = await RunningChannels.StartAsync();

        var (status, page) = await SendAsync(channels, channels.UploadLink(await OpenAsync(channels)), ("", []));

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_FollowsTheReadersChoice_AndTheBrowserWhereNothingElseIsKnown()
    {
        await using var channels = await RunningChannels.StartAsync();
        var link = channels.UploadLink(await OpenAsync(channels));
        Assert.Contains("lang=\"en-US\"", (await GetAsync(channels, link + "?lang=en-US")).Page, StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Get, "/evidence/unknown");
        request.Headers.Add("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5");
        using var answer = await channels.Http.SendAsync(request, Patience);

        Assert.Contains("<html lang=\"en-US\">", await answer.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_AreThereForEveryRefusal_InBothLanguages()
    {
        foreach (var refusal in Enum.GetNames<FileRefusal>())
        {
            Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", UploadTexts.Of(true, refusal));
            Assert.Matches("^[A-Z]", UploadTexts.Of(false, refusal));
        }

        Assert.All(UploadTexts.All, text => Assert.Equal(Holes().Matches(text.Value.Zh).Select(hole => hole.Value).Order(), Holes().Matches(text.Value.En).Select(hole => hole.Value).Order()));
    }

    private static async Task<string> OpenAsync(RunningChannels channels) => $"directline:{(await DirectLineClient.OpenAsync(channels)).ConversationId}";

    private static async Task<(HttpStatusCode Status, string Page)> GetAsync(RunningChannels channels, string link)
    {
        using var answer = await channels.Http.GetAsync(link, Patience);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Patience)));
    }

    private static Task<(HttpStatusCode Status, string Page)> SendAsync(RunningChannels channels, string link, params (string Name, byte[] Content)[] files) =>
        SendAsync(channels, link, "form-1", files);

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(RunningChannels channels, string link, string once, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent { { new StringContent(once), "once" } };
        foreach (var (name, content) in files)
        {
            var part = new ByteArrayContent(content);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"files\"; filename=\"{name}\"");
            form.Add(part);
        }

        using var answer = await channels.Http.PostAsync(link, form, Patience);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Patience));
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Holes();
}
