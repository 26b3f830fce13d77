using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Activities.Json;

namespace CardShop.Activities.Tests.Json;

public sealed class ActivityJsonTests
{
    [Fact]
    public void Activity_ReadAndWritten_LosesNothing()
    {
        const string json = """
            {"type":"message","id":"1","timestamp":"2026-03-02T10:00:00+08:00","channelId":"msteams","from":{"id":"u","name":"林晓","aadObjectId":"x"},
             "conversation":{"id":"c","tenantId":"t","isGroup":false},"recipient":{"id":"b"},"text":"充错了😭","entities":[{"type":"clientInfo","country":"CN"}],
             "channelData":{"team":{"id":"7"}},"attachments":[{"contentType":"image/png","thumbnailUrl":"http://t"}],"value":{"a":[1,2.50]},"importance":"high"}
            """;

        var activity = JsonSerializer.Deserialize<Activity>(json, ActivitiesJson.Protocol);

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), JsonSerializer.SerializeToNode(activity, ActivitiesJson.Protocol)));
    }

    [Fact]
    public void Activity_EmptyCollections_AreNotWritten()
    {
        var activity = new Activity { Type = "message", Attachments = [], MembersAdded = [], SuggestedActions = new SuggestedActions([], []) };

        Assert.Equal("""{"type":"message","suggestedActions":{}}""", JsonSerializer.Serialize(activity, ActivitiesJson.Protocol));
    }

    [Fact]
    public void ExpectedReplies_Empty_AreWritten() =>
        Assert.Equal("""{"activities":[]}""", JsonSerializer.Serialize(new ExpectedReplies([]), ActivitiesJson.Protocol));

    [Theory]
    [InlineData("", ActivityFault.NotJson)]
    [InlineData("{\"type\":", ActivityFault.NotJson)]
    [InlineData("\"message\"", ActivityFault.NotAnActivity)]
    [InlineData("{}", ActivityFault.NotAnActivity)]
    [InlineData("""{"type":null}""", ActivityFault.NotAnActivity)]
    [InlineData("""{"type":7}""", ActivityFault.WrongType)]
    [InlineData("""{"type":"message","membersAdded":{}}""", ActivityFault.WrongType)]
    public void Reader_NotAnActivity_SaysWhy(string body, ActivityFault fault)
    {
        Assert.False(ActivityReader.TryRead(Encoding.UTF8.GetBytes(body), out _, out _, out var found));
        Assert.Equal(fault, found);
    }

    [Fact]
    public void Reader_NestedWithoutEnd_SaysWhy()
    {
        Assert.False(ActivityReader.TryRead(Encoding.UTF8.GetBytes(new string('[', 100_000)), out _, out _, out var fault));
        Assert.Equal(ActivityFault.NotJson, fault);
    }

    [Fact]
    public void Reader_BrokenUtf8_IsReadWithReplacements()
    {
        byte[] body = [.. "{\"type\":\"message\",\"text\":\"a"u8, 0xF0, 0x9F, .. "b\"}"u8];

        Assert.True(ActivityReader.TryRead(body, out var activity, out var json, out _));
        Assert.Equal("a\uFFFDb", activity.Text);
        Assert.Equal("a\uFFFDb", (string?)json["text"]);
    }
}
