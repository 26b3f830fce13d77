using System.Text.Json.Nodes;

namespace CardShop.Dialogs.Tests.Understanding.SecondOpinions;

public sealed class MessageMaskTests
{
    private const int ShortestNumber = 5;

    [Theory]
    [InlineData("给13800001111充成了别的", "13800001111")]
    [InlineData("给138 0000 1111充成了别的", "0000")]
    [InlineData("给１３８００００１１１１充成了别的", "１３８", "138")]
    [InlineData("打+86-138-0000-1111找我有急事", "138")]
    [InlineData("幺三八零零零零一一一一这个号不太对", "零零零零")]
    [InlineData("订单KM20261123000017搞岔了", "KM2026", "000017")]
    [InlineData("身份证110101199003078515你看下", "110101")]
    [InlineData("我QQ 123456789 那个啥", "123456789")]
    [InlineData("steam号是xiaolin88421搞岔了", "xiaolin", "88421")]
    [InlineData("发到a.lin@example.com那边了吧", "a.lin", "example.com")]
    [InlineData("看图 小林转账截图.png 不太对劲", "小林", ".png")]
    [InlineData("我名字拼音是ZHANGGUIFEN那个不太对", "ZHANG")]
    [InlineData("游戏里叫Sova##EUW那个不太对", "Sova")]
    [InlineData("尾号6814那个不太对劲", "6814")]
    public void WhatIsPersonal_StaysInTheHouse(string text, params string[] secrets)
    {
        var message = Doubt.About(text)!.Message;

        Assert.All(secrets, secret => Assert.DoesNotContain(secret, message, StringComparison.Ordinal));
    }

    [Fact]
    public void TheSameThing_HasTheSamePlaceholder_AndTheRestStaysReadable()
    {
        Assert.Equal(
            """{"asked":null,"message":"[PHONE_1]充了50块,不是[PHONE_1]那个话费是[PHONE_2]"}""",
            Doubt.About("13800001111充了50块，不是13800001111那个话费是13900002222")!.Message);
    }

    [Fact]
    public void MessageThatBringsPlaceholders_IsNotAskedAbout() => Assert.Null(Doubt.About("把[PHONE_1]换成13800001111"));

    /// <summary>Every phone, every order number and every account with digits that the corpus names.</summary>
    [Fact]
    public void NoNumberOfTheCorpus_LeavesTheHouse()
    {
        var asked = 0;
        foreach (var line in Corpus())
        {
            var (text, entities) = ((string)line["text"]!, line["entities"]?.AsObject() ?? []);
            if (Doubt.About(text) is not { } question)
            {
                continue;
            }

            asked++;
            var message = JsonNode.Parse(question.Message)!["message"]!.GetValue<string>();
            foreach (var secret in entities.Where(IsPersonal).SelectMany(Values).Where(value => value.Count(char.IsAsciiDigit) >= ShortestNumber))
            {
                Assert.False(message.Contains(secret, StringComparison.OrdinalIgnoreCase), $"'{secret}' of '{text}' is in '{message}'");
            }
        }

        Assert.True(asked > 5000, $"Only {asked} messages were looked at.");
    }

    private static bool IsPersonal(KeyValuePair<string, JsonNode?> entity) =>
        entity.Key.StartsWith("phone", StringComparison.Ordinal) || entity.Key.StartsWith("account", StringComparison.Ordinal) || entity.Key == "orderNo";

    private static IEnumerable<string> Values(KeyValuePair<string, JsonNode?> entity) =>
        entity.Value is JsonArray several ? several.Select(one => one!.ToString()) : [entity.Value!.ToString()];

    private static IEnumerable<JsonNode> Corpus() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "dialogs", "CardShop.Understanding.Trainer", "Corpus"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!);
}
