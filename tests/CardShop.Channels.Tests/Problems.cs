using System.Net;
using System.Text.Json.Nodes;

namespace CardShop.Channels.Tests;

internal static class Problems
{
    /// <summary>A refusal has the Bot Framework's form and speaks Chinese first, then English.</summary>
    public static async Task AssertAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == answer.StatusCode, $"{(int)answer.StatusCode} {text}");
        var error = JsonNode.Parse(text)!["error"]!;
        Assert.Equal(code, (string?)error["code"]);
        Assert.Matches(@"^.*\p{IsCJKUnifiedIdeographs}.* [A-Z].*\.$", (string?)error["message"]);
    }
}
