using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CardShop.Channels.Tests.Messages;

/// <summary>Files of connector channels: within the activity, or at the channel's own address; and the link for channels that carry none.</summary>
public sealed class FilesTests
{
    [Fact]
    public async Task FileWithinTheActivity_IsTaken_AndDoesNotEndUpInTheTranscript()
    {
        await using var channels = await RunningChannels.StartAsync();
        var message = Attach(Activities.Message("看", expectReplies: true), "data:image/png;base64," + Convert.ToBase64String(EvidenceFiles.Png()));

        await channels.RepliesAsync(message);

        Assert.IsType<AcceptedFile>(Assert.Single(Said(channels).Files));
        Assert.DoesNotContain("base64", channels.House.Inbound.Last().Echo!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FileAtTheChannelsOwnAddress_IsFetched()
    {
        await using var channel = await StartChannelAsync();
        await using var channels = await RunningChannels.StartAsync();
        var address = new Uri(channel.Urls.Single());

        (await channels.PostAsync(Attach(Activities.Message("看", serviceUrl: address), new Uri(address, "/file").AbsoluteUri))).Dispose();

        Assert.IsType<AcceptedFile>(Assert.Single(Said(channels).Files));
    }

    [Theory]
    [InlineData("/moved")]
    [InlineData("/missing")]
    public async Task FileThatTheChannelDoesNotHave_IsToldAsPassing(string path)
    {
        await using var channel = await StartChannelAsync();
        await using var channels = await RunningChannels.StartAsync();
        var address = new Uri(channel.Urls.Single());

        (await channels.PostAsync(Attach(Activities.Message("看", serviceUrl: address), new Uri(address, path).AbsoluteUri))).Dispose();

        Assert.Equal(FileRefusal.NotStored, Assert.IsType<RefusedFile>(Assert.Single(Said(channels).Files)).Cause);
    }

    [Fact]
    public async Task FileAnywhereElse_IsNeverFetched()
    {
        await using var channel = await StartChannelAsync();
        await using var other = await StartChannelAsync();
        await using var channels = await RunningChannels.StartAsync();

        (await channels.PostAsync(Attach(Activities.Message("看", serviceUrl: new Uri(channel.Urls.Single())), other.Urls.Single() + "/file"))).Dispose();

        Assert.Equal(FileRefusal.Unreadable, Assert.IsType<RefusedFile>(Assert.Single(Said(channels).Files)).Cause);
    }

    [Fact]
    public async Task MessageThatWelcomesFiles_CarriesTheLinkToTheUploadPage()
    {
        await using var channels = await RunningChannels.StartAsync();
        channels.House.Bot = _ => [Words.Of("evidence", "请发截图") with { TakesFiles = true }];

        var reply = Assert.Single(await channels.RepliesAsync(Activities.Message("充错了", expectReplies: true)));

        var button = Assert.Single(reply["suggestedActions"]!["actions"]!.AsArray())!;
        Assert.Equal("openUrl", (string?)button["type"]);
        var link = (string)button["value"]!;
        Assert.Contains(link, (string?)reply["text"], StringComparison.Ordinal);
        using var page = await channels.Http.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.True(page.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Link_HasTheConfiguredAddress()
    {
        await using var channels = await RunningChannels.StartAsync(("Evidence:PublicUrl", "https://help.shop.example/"));
        channels.House.Bot = _ => [Words.Of("evidence", "请发截图") with { TakesFiles = true }];

        var reply = Assert.Single(await channels.RepliesAsync(Activities.Message("充错了", expectReplies: true)));

        Assert.Contains("https://help.shop.example/evidence/", (string?)reply["text"], StringComparison.Ordinal);
    }

    private static JsonObject Attach(JsonObject message, string address)
    {
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "image/png", ["contentUrl"] = address, ["name"] = "a.png" });
        return message;
    }

    private static CustomerSaid Said(RunningChannels channels) => Assert.IsType<CustomerSaid>(channels.House.Inbound.Last().Incoming);

    /// <summary>A channel that keeps files.</summary>
    private static async Task<WebApplication> StartChannelAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/file", () => Results.Bytes(EvidenceFiles.Png(), "application/octet-stream"));
        app.MapGet("/moved", () => Results.Redirect("/file"));
        app.MapPost("{**path}", () => Results.Ok());
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
