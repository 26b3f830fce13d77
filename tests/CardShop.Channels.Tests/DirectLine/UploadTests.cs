using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Testing;

namespace CardShop.Channels.Tests.DirectLine;

/// <summary>Files that a page sends.</summary>
public sealed class UploadTests
{
    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_ComeWithTheirWords_AndAreEchoedAsPictures()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);

        using var answer = await UploadAsync(channels, conversationId, token, Form(Activity("这是截图"), EvidenceFiles.Png(), EvidenceFiles.Pdf()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = Said(channels);
        Assert.Equal("这是截图", said.Text);
        Assert.Equal([EvidenceMedia.Image, EvidenceMedia.Pdf], said.Files.Select(file => Assert.IsType<AcceptedFile>(file).Piece.Media));
        var attachments = (await EchoAsync(channels, conversationId, token))["attachments"]!.AsArray();
        using var picture = await channels.Http.GetAsync((string?)attachments[0]!["contentUrl"], Patience);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors 'none'", Header(picture, "Content-Security-Policy"));
        using var pdf = await channels.Http.GetAsync((string?)attachments[1]!["contentUrl"], Patience);
        Assert.Equal("attachment", pdf.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Header(pdf, "X-Content-Type-Options"));
    }

    [Fact]
    public async Task Picture_IsShownForAWhile_ToWhomItWasSignedFor()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);
        (await UploadAsync(channels, conversationId, token, Form(Activity(""), EvidenceFiles.Png()))).Dispose();
        var address = (string)(await EchoAsync(channels, conversationId, token))["attachments"]![0]!["contentUrl"]!;

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(channels, address));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(channels, address[..^4] + "AAAA"));
        channels.Wall.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(channels, address));

        channels.Evidence.Withdraw(channels.Evidence.Kept[0].Id);
        channels.Wall.Advance(TimeSpan.FromMinutes(-30));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(channels, address));
    }

    [Fact]
    public async Task OtherConversationsToken_IsRefused()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, _) = await OpenAsync(channels);
        var (_, _, other) = await OpenAsync(channels);

        using var answer = await UploadAsync(channels, conversationId, other, Form(Activity(""), EvidenceFiles.Png()));

        await Problems.AssertAsync(answer, HttpStatusCode.Forbidden, "OtherConversation");
    }

    [Fact]
    public async Task BadFiles_AreToldOneByOne()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);

        using var answer = await UploadAsync(
            channels, conversationId, token, Form(Activity(""), EvidenceFiles.Executable(), EvidenceFiles.PngBomb(), EvidenceFiles.Heic(), EvidenceFiles.LockedPdf(), EvidenceFiles.LargePng(50_000_000)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            [FileRefusal.NotEvidence, FileRefusal.TooLarge, FileRefusal.Heic, FileRefusal.Unreadable, FileRefusal.TooLarge],
            Said(channels).Files.Select(file => Assert.IsType<RefusedFile>(file).Cause));
        Assert.All((await EchoAsync(channels, conversationId, token))["attachments"]!.AsArray(), attachment => Assert.Null(attachment!["contentUrl"]));
    }

    [Fact]
    public async Task ThirtyFiles_AtOnce_TenAreTaken()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);

        (await UploadAsync(channels, conversationId, token, Form(Activity(""), [.. Enumerable.Range(0, 30).Select(shade => EvidenceFiles.Png(shade: (byte)shade))]))).Dispose();

        Assert.Equal(10, Said(channels).Files.Count(file => file is AcceptedFile));
        Assert.Equal(30, Said(channels).Files.Count);
    }

    [Fact]
    public async Task MoreThanARequestMayHave_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync(("Evidence:MaxFileBytes", "1024"), ("Evidence:MaxFilesPerMessage", "1"));
        var (_, conversationId, token) = await OpenAsync(channels);

        using var answer = await UploadAsync(channels, conversationId, token, Form(Activity(""), EvidenceFiles.LargePng(3_000_000)));

        await Problems.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "FilesTooLarge");
    }

    [Fact]
    public async Task SameMessageTwice_IsTakenOnce()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, token) = await OpenAsync(channels);

        (await UploadAsync(channels, conversationId, token, Form(Activity("", "once"), EvidenceFiles.Png()))).Dispose();
        (await UploadAsync(channels, conversationId, token, Form(Activity("", "once"), EvidenceFiles.Png(shade: 1)))).Dispose();

        Assert.Single(channels.Evidence.Kept);
        Assert.Equal(1, channels.Evidence.Left);
        Assert.Single((await page.PollAsync(conversationId)).Activities, activity => activity["attachments"] is not null);
    }

    [Fact]
    public async Task CutOff_LeavesNothing()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);
        var before = channels.House.Inbound.Count;
        using var form = Form(Activity(""), EvidenceFiles.Png(), EvidenceFiles.LargePng(100_000));
        var body = await form.ReadAsByteArrayAsync(Patience);

        using (var client = new TcpClient())
        {
            await client.ConnectAsync(channels.Address.Host, channels.Address.Port, Patience);
            var head = $"POST /v3/directline/conversations/{conversationId}/upload HTTP/1.1\r\nHost: {channels.Address.Authority}\r\nAuthorization: Bearer {token}\r\n"
                + $"Content-Type: {form.Headers.ContentType}\r\nContent-Length: {body.Length}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head), Patience);
            await client.GetStream().WriteAsync(body.AsMemory(0, body.Length / 2), Patience);
            await WaitAsync(() => channels.Evidence.Bytes.Count >= 2);
        }

        await WaitAsync(() => channels.Evidence.Left == 0);
        Assert.Equal(before, channels.House.Inbound.Count);
    }

    [Fact]
    public async Task FormThatEndsEarly_IsRefusedKindly()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);
        using var form = Form(Activity(""), EvidenceFiles.Png());
        var body = await form.ReadAsByteArrayAsync(Patience);
        using var half = new ByteArrayContent(body[..^60]);
        half.Headers.ContentType = form.Headers.ContentType;

        using var answer = await UploadAsync(channels, conversationId, token, half);

        await Problems.AssertAsync(answer, HttpStatusCode.BadRequest, "UploadCutOff");
        Assert.Equal(0, channels.Evidence.Left);
    }

    [Fact]
    public async Task StoreDown_IsToldInTheTurn()
    {
        await using var channels = await RunningChannels.StartAsync();
        var (_, conversationId, token) = await OpenAsync(channels);
        channels.Evidence.Fault = new IOException("No space left on device");

        (await UploadAsync(channels, conversationId, token, Form(Activity(""), EvidenceFiles.Png()))).Dispose();

        Assert.Equal(FileRefusal.NotStored, Assert.IsType<RefusedFile>(Assert.Single(Said(channels).Files)).Cause);
        Assert.Equal(0, channels.Evidence.Left);
    }

    [Theory]
    [InlineData("data:image/png;base64,", true)]
    [InlineData("data:image/png,", false)]
    [InlineData("http://169.254.169.254/latest/meta-data/", false)]
    public async Task AttachedToAPlainActivity_OnlyWhatIsWithinItIsTaken(string address, bool isTaken)
    {
        await using var channels = await RunningChannels.StartAsync();
        var (page, conversationId, _) = await OpenAsync(channels);
        var url = address.StartsWith("data:", StringComparison.Ordinal) ? address + Convert.ToBase64String(EvidenceFiles.Png()) : address;

        await page.JsonAsync(
            HttpMethod.Post, $"/conversations/{conversationId}/activities", $$"""{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"{{url}}","name":"a.png"}]}""");

        Assert.Equal(isTaken, Assert.Single(Said(channels).Files) is AcceptedFile);
        Assert.DoesNotContain("base64", channels.House.Inbound.Last().Echo!, StringComparison.Ordinal);
    }

    private static async Task<(DirectLineClient Page, string ConversationId, string Token)> OpenAsync(RunningChannels channels)
    {
        var (page, conversationId, token) = await DirectLineClient.MintAsync(channels, "c-1");
        (await page.SendAsync(HttpMethod.Post, "/conversations", "{}")).Dispose();
        return (page, conversationId, token);
    }

    private static CustomerSaid Said(RunningChannels channels) => Assert.IsType<CustomerSaid>(channels.House.Inbound.Last().Incoming);

    private static async Task<JsonObject> EchoAsync(RunningChannels channels, string conversationId, string token) =>
        (await new DirectLineClient(channels, token).PollAsync(conversationId)).Activities.Last(activity => activity["attachments"] is not null);

    private static string Activity(string text, string id = "form-1") =>
        new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "c-1" }, ["channelData"] = new JsonObject { ["clientActivityID"] = id } }.ToJsonString();

    private static MultipartFormDataContent Form(string activity, params byte[][] files)
    {
        var form = new MultipartFormDataContent();
        var first = new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity");
        form.Add(first, "activity", "blob");
        foreach (var (index, file) in files.Index())
        {
            form.Add(new ByteArrayContent(file), "file", $"截图 {index}.png");
        }

        return form;
    }

    private static async Task<HttpResponseMessage> UploadAsync(RunningChannels channels, string conversationId, string token, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversationId}/upload?userId=c-1") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await channels.Http.SendAsync(request, Patience);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningChannels channels, string address)
    {
        using var answer = await channels.Http.GetAsync(address, Patience);
        return answer.StatusCode;
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));

    private static async Task WaitAsync(Func<bool> isTrue)
    {
        for (var look = 0; !isTrue() && look < 500; look++)
        {
            await Task.Delay(20, Patience);
        }

        Assert.True(isTrue());
    }
}
