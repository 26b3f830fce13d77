using System.Text.Json;
using System.Text.Json.Nodes;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class LabelledMessageTests
{
    private static readonly LexiconUnderstanding Understanding = new();

    public static TheoryData<string, string> Tables()
    {
        var rows = new TheoryData<string, string>();
        foreach (var table in new[] { "labels", "chinese", "english", "answers", "entities", "hard", "varied", "second", "third", "personas", "counterparts" })
        {
            foreach (var message in LabelledMessage.ReadAll(table))
                rows.Add(table, JsonSerializer.Serialize(message, LabelledMessage.Options));
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Message_IsUnderstoodAsLabelled(string table, string row)
    {
        _ = table;
        var labelled = JsonSerializer.Deserialize<LabelledMessage>(row, LabelledMessage.Options)!;

        var understood = Understanding.Understand(labelled.Text, labelled.Asked);

        Assert.Equal(labelled.Intent, understood.Intent);
        Assert.Equal(labelled.Subtype, understood.Problem);
        Assert.Equal(labelled.Also ?? [], understood.Also);
        if (labelled.Sure is { } sure)
            Assert.Equal(sure, understood.Sure);
        if (labelled.Remedy is { } remedy)
            Assert.Equal(remedy, understood.Remedy);
        if (labelled.Entities is { } entities)
            Assert.True(JsonNode.DeepEquals(entities, AsJson(understood)), AsJson(understood).ToJsonString(DialogsJson.House));
    }

    private static JsonNode AsJson(Understood understood) =>
        JsonNode.Parse(JsonSerializer.Serialize(UnderstoodJson.Of("1", understood), DialogsJson.House))!["entities"]!;
}
