using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class UnderstoodJsonTests
{
    private static readonly LexiconUnderstanding Understanding = new();

    [Fact]
    public void Line_OfAReport_HasEveryLabel()
    {
        Assert.Equal(
            """{"id":"1","intent":"report_error","errorType":"wrong_content","subtype":"wrong_denomination","also":["duplicate_order"],"confidence":0.9,"sure":true,"paidAt":null,"paidFrom":null,"paidTo":null,"entities":{"amountFrom":100,"amountTo":10.5,"currency":"CNY"}}""",
            Line("要充10.5元充成了100，还付了两次"));
    }

    [Fact]
    public void Line_OfAGreeting_KeepsTheNulls()
    {
        Assert.Equal(
            """{"id":"1","intent":"greeting","errorType":null,"subtype":null,"also":[],"confidence":0.97,"sure":true,"paidAt":null,"paidFrom":null,"paidTo":null,"entities":{}}""",
            Line("在吗"));
    }

    [Fact]
    public void OrderNo_OneOrSeveral_IsAStringOrAnArray()
    {
        Assert.Contains("\"orderNo\":\"KM20261122000001\"", Line("KM20261122000001 充错了"), StringComparison.Ordinal);
        Assert.Contains("\"orderNo\":[\"KM20261122000001\",\"KM20261122000002\"]", Line("KM20261122000001、KM20261122000002 重复了"), StringComparison.Ordinal);
    }

    [Fact]
    public void Request_WithAQuestion_IsRead()
    {
        var message = JsonSerializer.Deserialize<MessageToUnderstand>("""{"id":"7","text":"18区","now":"2026-11-22T20:00:00+08:00","asked":"region"}""", DialogsJson.House)!;

        Assert.Equal((Asks.Region, "7", null), (message.Asked, message.Id, message.Locale));
    }

    [Fact]
    public void ErrorType_OfEveryProblem_IsThatOfTheRuleBook()
    {
        Assert.Equal(
            [ErrorType.WrongObject, ErrorType.WrongObject, ErrorType.WrongObject, ErrorType.WrongContent, ErrorType.WrongContent, ErrorType.WrongProcess, ErrorType.WrongProcess],
            Enum.GetValues<Problem>().Select(ErrorTypes.Of));
    }

    [Theory]
    [InlineData("2026-11-22T10:00:00", "2026-11-22T10:00:00+08:00")]
    [InlineData("2026-11-22T10:00:00-05:00", "2026-11-22T10:00:00-05:00")]
    [InlineData("2026-11-22T10:00:00Z", "2026-11-22T10:00:00+00:00")]
    public void Now_WithoutAnOffset_IsChinaTime(string written, string read)
    {
        var message = JsonSerializer.Deserialize<MessageToUnderstand>($$"""{"id":"1","text":"在吗","now":"{{written}}"}""", DialogsJson.House)!;

        Assert.Equal(read, message.Now.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static string Line(string text) => JsonSerializer.Serialize(UnderstoodJson.Of("1", Understanding.Understand(text, null)), DialogsJson.House);
}
