using System.Net;
using CardShop.Bot.Evidence;
using CardShop.Channels.Tests.DirectLine;
using CardShop.Channels.Tests.Fakes;
using CardShop.Channels.Tests.Messages;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Testing;
using SkiaSharp;

namespace CardShop.Channels.Tests.Evidence;

/// <summary>The consent page for an identity document (rules E3, E6).</summary>
public sealed class ConsentPageTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", "审核有了结果就删除")]
    [InlineData("en-US", "deleted as soon as the review has a result")]
    public async Task Page_SaysWhatItIsFor_BeforeAnythingIsSent(string locale, string promise)
    {
        await using var channels = await RunningChannels.StartAsync();

        using var answer = await channels.Http.GetAsync(channels.ConsentLink(await OpenAsync(channels), locale), Patience);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Patience));

        Assert.Contains(promise, page, StringComparison.Ordinal);
        Assert.Contains("type=\"checkbox\" name=\"consent\" value=\"given\" required", page, StringComparison.Ordinal);
        Assert.DoesNotContain("application/pdf", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutConsent_NothingIsTaken()
    {
        await using var channels = await RunningChannels.StartAsync();
        var link = channels.ConsentLink(await OpenAsync(channels));
        var before = channels.House.Inbound.Count;

        var (status, page) = await SendAsync(channels, link, consent: null, EvidenceFiles.Png());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("没有勾选同意", page, StringComparison.Ordinal);
        Assert.Empty(channels.Evidence.Bytes);
        Assert.Equal(before, channels.House.Inbound.Count);
    }

    [Fact]
    public async Task WithConsent_ThePictureReachesTheConversation_AsAnIdentityDocument()
    {
        await using var channels = await RunningChannels.StartAsync();
        var key = await OpenAsync(channels);

        var (status, page) = await SendAsync(channels, channels.ConsentLink(key), IdentityConsent.Given, EvidenceFiles.Png());

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("收到了", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        var piece = Assert.IsType<AcceptedFile>(Assert.Single(Assert.IsType<CustomerSaid>(channels.House.Inbound.Last().Incoming).Files)).Piece;
        Assert.Equal((EvidencePurpose.Identity, IdentityConsent.Wording, ""), (piece.Purpose, piece.ConsentWording, piece.Sha256));
        Assert.Equal((EvidencePurpose.Identity, ""), (Assert.Single(channels.Evidence.Kept).Purpose, channels.Evidence.Kept[0].LooksSha256));
    }

    /// <summary>E6: it is a picture that a person looks at; nothing else is taken, whatever its name.</summary>
    [Fact]
    public async Task Document_ThatIsNoPicture_IsNotTaken()
    {
        await using var channels = await RunningChannels.StartAsync();

        var (_, page) = await SendAsync(channels, channels.ConsentLink(await OpenAsync(channels)), IdentityConsent.Given, EvidenceFiles.Pdf());

        Assert.Contains("这里只收照片", page, StringComparison.Ordinal);
        Assert.Empty(channels.Evidence.Bytes);
    }

    /// <summary>E6: whoever reads the conversation sees a blur; only a ticket that was given for a reason uncovers it.</summary>
    [Fact]
    public async Task Preview_CanBeReadByNobody_AndOnlyAReasonUncoversThePicture()
    {
        await using var channels = await RunningChannels.StartAsync();
        await SendAsync(channels, channels.ConsentLink(await OpenAsync(channels)), IdentityConsent.Given, Stripes());
        var id = Assert.Single(channels.Evidence.Kept).Id;

        foreach (var address in new[] { channels.FileAddress(id), channels.FileAddress(id) + "?small" })
        {
            using var covered = await channels.Http.GetAsync(address, Patience);
            Assert.True(covered.Headers.CacheControl!.NoStore);
            Assert.False(HasStripes(await covered.Content.ReadAsByteArrayAsync(Patience)));
        }

        var given = channels.UncoveredAddress(id);
        using var uncovered = await channels.Http.GetAsync(given, Patience);
        Assert.True(HasStripes(await uncovered.Content.ReadAsByteArrayAsync(Patience)));
        channels.Wall.Advance(TimeSpan.FromMinutes(3));
        using var late = await channels.Http.GetAsync(given, Patience);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    /// <summary>E6: the link dies soon, and one to the other page opens this one no more than this one that.</summary>
    [Fact]
    public async Task Link_DiesAfterHalfAnHour_AndIsForThisPageOnly()
    {
        await using var channels = await RunningChannels.StartAsync();
        var key = await OpenAsync(channels);
        var link = channels.ConsentLink(key);

        using var other = await channels.Http.GetAsync(channels.UploadLink(key), Patience);
        Assert.DoesNotContain("consent", await other.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);
        channels.Wall.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Gone, (await SendAsync(channels, link, IdentityConsent.Given, EvidenceFiles.Png())).Status);
        Assert.Empty(channels.Evidence.Bytes);
    }

    /// <summary>E6: every channel shows the link, the web chat as well.</summary>
    [Fact]
    public async Task MessageThatLeadsThere_CarriesTheLink_OnEveryChannel()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.House.Bot = _ => [Words.Of("identity.document", "到专门的页面传") with { TakesIdentityDocument = true }];

        var reply = Assert.Single(await channels.RepliesAsync(Messages.Activities.Message("改用证件照片", expectReplies: true)));
        var attachment = Assert.Single(reply["attachments"]!.AsArray())!;
        using var page = await channels.Http.GetAsync((string)attachment["contentUrl"]!, Patience);
        Assert.Contains("consent", await page.Content.ReadAsStringAsync(Patience), StringComparison.Ordinal);

        var (web, conversation) = await DirectLineClient.OpenAsync(channels);
        await web.SayAsync(conversation, "改用证件照片");
        Assert.Contains((await web.PollAsync(conversation)).Activities, activity => activity.ToJsonString().Contains("/evidence/", StringComparison.Ordinal));
    }

    private static async Task<string> OpenAsync(RunningChannels channels) => $"directline:{(await DirectLineClient.OpenAsync(channels)).ConversationId}";

    /// <summary>Black and white lines, as letters are.</summary>
    private static byte[] Stripes()
    {
        using var picture = new SKBitmap(600, 400);
        using (var canvas = new SKCanvas(picture))
        using (var ink = new SKPaint { Color = SKColors.Black })
        {
            canvas.Clear(SKColors.White);
            for (var x = 0; x < picture.Width; x += 20)
            {
                canvas.DrawRect(x, 0, 10, picture.Height, ink);
            }
        }

        using var png = picture.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static bool HasStripes(byte[] content)
    {
        using var picture = SKBitmap.Decode(content);
        var row = Enumerable.Range(0, picture.Width).Select(x => (int)picture.GetPixel(x, picture.Height / 2).Red).ToList();
        return row.Max() - row.Min() > 100;
    }

    private static async Task<(HttpStatusCode Status, string Page)> SendAsync(RunningChannels channels, string link, string? consent, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new StringContent("form-1"), "once" } };
        if (consent is not null)
        {
            form.Add(new StringContent(consent), IdentityConsent.Field);
        }

        var part = new ByteArrayContent(content);
        part.Headers.TryAddWithoutValidation("Content-Disposition", "form-data; name=\"files\"; filename=\"id.png\"");
        form.Add(part);
        using var answer = await channels.Http.PostAsync(link, form, Patience);
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Patience)));
    }
}
