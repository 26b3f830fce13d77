using System.Text.Json;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Translation;
using CardShop.Bot.Turns;
using CardShop.Channels.Tests.Fakes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Persistence.Conversations;

namespace CardShop.Channels.Tests.Translation;

public sealed class BotActivityTests
{
    [Fact]
    public void Message_CarriesWordsButtonsCardAndCase()
    {
        var message = Words.Of("confirm.cancel", "要撤掉这笔订单吗？", new ReceiptCard("订单", []), "q1", new Option("yes", "撤单"), new Option("no", "先不撤")) with
        {
            Case = new CaseView
            {
                Number = "CS-1",
                Stage = Stage.Confirming,
                State = "Confirming",
                Asks = Asks.Confirm,
                Path = CasePath.InstantCancel,
                Orders = [new CaseOrderView("20260302100", CasePath.InstantCancel, null)],
                Rules = ["P1", "G2"],
                Deadline = new DateTimeOffset(2026, 3, 2, 10, 13, 0, TimeSpan.FromHours(8)),
                DeadlineKind = "window",
            },
        };

        Approvals.Check("message", JsonSerializer.SerializeToNode(BotActivity.Of(Entry(message)), ActivitiesJson.Protocol)!);
    }

    [Fact]
    public void Message_BeforeACase_SaysThatThereIsNone() =>
        Approvals.Check("greeting", JsonSerializer.SerializeToNode(BotActivity.Of(Entry(Words.Of("welcome", "您好"))), ActivitiesJson.Protocol)!);

    private static TranscriptEntry Entry(Message message) => new()
    {
        ConversationId = "directline:1",
        Sequence = 2,
        Id = "e-2",
        Speaker = Speaker.Bot,
        At = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8)),
        ReplyTo = "c-1",
        Message = message,
    };
}
