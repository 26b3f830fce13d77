using System.Text.Json.Nodes;
using CardShop.Bot.Channels.Translation.Cards;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Replies;

namespace CardShop.Channels.Tests.Translation;

public sealed class CardTests
{
    private static readonly OrderLine Order = new(
        "20260302100", "20260302100", "*梦幻* 点卡 100元", "¥100.00", "账号 138****1234 · 华东一区", "今天 09:58", "待处理", new DateTimeOffset(2026, 3, 2, 10, 13, 0, 500, TimeSpan.FromHours(8)));

    private static readonly ConfirmationCard Change = new()
    {
        Title = "确认修改这笔订单？",
        Order = Order,
        Changes = [new ChangeLine("充值账号", [new DiffPart("1", false), new DiffPart("23", true), new DiffPart("45", false)], [new DiffPart("1", false), new DiffPart("32", true), new DiffPart("45", false)])],
        Note = "改好后会马上发货。",
        Deadline = Order.WindowEnd,
        Yes = new Option("yes", "确认修改"),
        No = new Option("no", "先不改"),
    };

    [Fact]
    public void OrderPicker_OffersEachOrderAsAButton() =>
        Approvals.Check("order-picker", Draw(new OrderPickerCard("是哪一笔订单？", [Order, Order with { OptionId = "2", OrderNo = "2", Target = null, WindowEnd = null }]), "q1"));

    [Fact]
    public void Confirmation_MarksTheCharactersThatDiffer() => Approvals.Check("confirmation-change", Draw(Change, "q2"));

    [Fact]
    public void Confirmation_OfACancellation_HasNothingToCompare() =>
        Approvals.Check("confirmation-cancel", Draw(Change with { Title = "确认撤单？", Changes = [], Note = null, Deadline = null }, "q3"));

    [Fact]
    public void Receipt_ListsLabelsAndValues() =>
        Approvals.Check("receipt", Draw(new ReceiptCard("已撤单", [new ReceiptRow("订单号", "20260302100"), new ReceiptRow("退款", "¥100.00 原路退回 138****1234")]), null));

    [Fact]
    public void Card_WithoutAQuestion_HasNoButtons()
    {
        var confirmation = Draw(Change, question: null);
        var picker = Draw(new OrderPickerCard("最近的订单", [Order]), question: null);

        Assert.DoesNotContain("Action.Submit", confirmation.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Action.Submit", picker.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Message_WithoutACard_HasNone() => Assert.Null(AdaptiveCards.Of(Words.Of("hello", "您好")));

    private static JsonNode Draw(Card card, string? question)
    {
        var attachment = AdaptiveCards.Of(Words.Of("card", "请看卡片。", card, question))!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", attachment.ContentType);
        return JsonNode.Parse(attachment.Content!.Value.GetRawText())!;
    }
}
