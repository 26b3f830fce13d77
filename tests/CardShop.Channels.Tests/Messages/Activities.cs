using System.Text;
using System.Text.Json.Nodes;
using CardShop.Channels.Tests.Fakes;

namespace CardShop.Channels.Tests.Messages;

/// <summary>Posts activities as a connector channel does.</summary>
internal static class Activities
{
    public static JsonObject Message(string text, string? id = "a-1", Uri? serviceUrl = null, bool expectReplies = false) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["channelId"] = "emulator",
        ["serviceUrl"] = serviceUrl?.AbsoluteUri,
        ["conversation"] = new JsonObject { ["id"] = "conv/1" },
        ["from"] = new JsonObject { ["id"] = "c-1", ["name"] = "林晓" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["deliveryMode"] = expectReplies ? "expectReplies" : null,
    };

    public static JsonObject Joined(Uri serviceUrl, string member) => new()
    {
        ["type"] = "conversationUpdate",
        ["id"] = Guid.NewGuid().ToString(),
        ["channelId"] = "emulator",
        ["locale"] = "en-US",
        ["serviceUrl"] = serviceUrl.AbsoluteUri,
        ["conversation"] = new JsonObject { ["id"] = "conv/1" },
        ["recipient"] = new JsonObject { ["id"] = "bot-1" },
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member }),
    };

    public static Task<HttpResponseMessage> PostAsync(this RunningChannels channels, JsonObject activity) => channels.PostAsync(activity.ToJsonString());

    public static async Task<HttpResponseMessage> PostAsync(
        this RunningChannels channels, string body, string contentType = "application/json; charset=utf-8", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (header is var (name, value))
        {
            request.Headers.Add(name, value);
        }

        return await channels.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<JsonNode>> RepliesAsync(this RunningChannels channels, JsonObject activity)
    {
        using var answer = await channels.PostAsync(activity);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        return [.. JsonNode.Parse(body)!["activities"]!.AsArray().Select(reply => reply!)];
    }
}
