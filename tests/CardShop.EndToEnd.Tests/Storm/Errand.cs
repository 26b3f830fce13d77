using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests.Storm;

/// <summary>What a customer in the storm has come for, and what has to have become of it in the end.</summary>
/// <param name="Words">How they begin.</param>
/// <param name="Answers">What they answer, by what is asked.</param>
/// <param name="Wish">The one command that stands in the ledger in the end.</param>
/// <param name="Outcome">The case's outcome.</param>
internal sealed record Errand(string Words, IReadOnlyDictionary<string, string> Answers, string Wish, string Outcome)
{
    /// <summary>The target after a change.</summary>
    public const string RightAccount = "87654321";

    /// <summary>At once, within the window (P1).</summary>
    public static Errand Change { get; } = new(
        "账号填错了",
        new Dictionary<string, string> { ["problem"] = "账号填错了", ["remedy"] = "改成正确的", ["account"] = RightAccount, ["choice"] = "再试一次", ["confirm"] = "确认修改" },
        "modify", "modified");

    /// <inheritdoc cref="Change" />
    public static Errand Cancellation { get; } = new(
        "面额选错了",
        new Dictionary<string, string> { ["problem"] = "面额选错了", ["remedy"] = "撤单退款", ["choice"] = "再试一次", ["confirm"] = "确认撤单" },
        "cancel", "cancelled");

    /// <summary>By a reviewer, who says yes more than once (P2, R5).</summary>
    public static Errand Review { get; } = new(
        "账号填错了",
        new Dictionary<string, string> { ["problem"] = "账号填错了", ["evidence"] = "就这些了", ["remedy"] = "退款", ["choice"] = "再试一次", ["confirm"] = "确认提交" },
        "refund", "refunded")
    {
        Order = customerId => new { customerId, payment = "paid", delivery = "delivered", goods = "topup", minutesSincePayment = 60, target = new { account = "12345678" }, targetOwner = "self" },
        OthersAct = async (shop, view, _) =>
        {
            if ((string?)view["stage"] == "under_review")
            {
                await shop.TryReviewAsync((string)view["number"]!, new { decision = "approve", reason = "" });
            }
        },
    };

    /// <summary>By the recipient, who agrees more than once (P3, L1).</summary>
    public static Errand Recipient { get; } = new(
        "账号填错了",
        new Dictionary<string, string> { ["problem"] = "账号填错了", ["choice"] = "再试一次" },
        "refund", "returned_by_recipient")
    {
        Order = customerId => new { customerId, payment = "paid", delivery = "delivered", goods = "topup", minutesSincePayment = 60, target = new { account = "12345678" }, targetOwner = "stranger" },
        OthersAct = async (shop, view, orderNo) =>
        {
            if ((string?)view["stage"] == "coordinating")
            {
                await shop.TryRecipientAsync(orderNo, "agrees");
            }
        },
    };

    /// <summary>The order that it is about.</summary>
    public Func<string, object> Order { get; private init; } =
        customerId => new { customerId, payment = "paid", delivery = "queued", minutesSincePayment = 1, target = new { account = "12345678" } };

    /// <summary>What other people do about it, given the shop, the case and the order; it may be done again and again.</summary>
    public Func<Shop, JsonNode, string, Task> OthersAct { get; private init; } = (_, _, _) => Task.CompletedTask;
}
