using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Tests.Desk;

/// <summary>The desk on a real database, with the real engine and customers who talk to it.</summary>
internal static class DeskHarness
{
    public const string OrderNo = "KM2026112200001";

    public const string PaymentNo = "4200001234202611220000012345";

    public static AgentIdentity Li { get; } = new("a-1", "小李", [DeskRole.Agent]);

    public static AgentIdentity Wang { get; } = new("a-2", "小王", [DeskRole.Agent]);

    public static AgentIdentity Reviewer { get; } = new("a-3", "Rui", [DeskRole.Reviewer]);

    public static AgentIdentity Admin { get; } = new("a-4", "Ada", [DeskRole.Admin]);

    public static AgentIdentity Stranger { get; } = new("a-9", "Nobody", []);

    public static async Task<TurnHarness> StartAsync(PolicySettings? settings = null, string channel = "test", StoreKind store = StoreKind.Sqlite)
    {
        var harness = await TurnHarness.StartAsync(channel: channel, store: store);
        Lead(harness, settings);
        return harness;
    }

    /// <summary>The real engine, and a shop with one order that was delivered half an hour ago.</summary>
    public static void Lead(TurnHarness harness, PolicySettings? settings = null)
    {
        var engine = new Engine(new LexiconUnderstanding(), settings ?? new PolicySettings());
        harness.Engine.Script = engine.Decide;
        harness.Shop.OnAsk = query => Task.FromResult<ShopAnswer>(query switch
        {
            FindOrder or ReadOrder => new OrderAnswer(Order(harness)),
            ListOrders => new OrdersAnswer([Order(harness).Order]),
            _ => new UnsupportedAnswer(),
        });
    }

    public static T Desk<T>(this TurnHarness harness)
        where T : notnull => harness.Get<T>();

    /// <summary>A customer who waits for a person; the number of their case.</summary>
    public static async Task<string> CallAsync(this TurnHarness harness, string conversation = TurnHarness.ConversationId)
    {
        if (conversation != TurnHarness.ConversationId)
        {
            await harness.Runner.OpenAsync(new ConversationOpening(conversation, "test", null, null), CancellationToken.None);
        }

        await harness.SayAsync("转人工", Guid.NewGuid().ToString("n"), conversation);
        return await harness.QueryAsync(context => Task.FromResult(context.DeskCases.Single(row => row.ConversationId == conversation).CaseNumber));
    }

    /// <summary>A customer whose order was found late and who then wants a person; what they want is known.</summary>
    public static async Task<string> CallWithOrderAsync(this TurnHarness harness)
    {
        await harness.SayAsync("账号填错了，要撤单退款", "m-1");
        await harness.SayAsync(OrderNo, "m-2");
        return await harness.CallAsync();
    }

    public static async Task<IReadOnlyList<string>> LinesAsync(this TurnHarness harness, string number) =>
        [.. (await harness.Desk<IDeskConversation>().ReadAsync(Li, number, 0, 1000, CancellationToken.None)).Select(line => line.Text)];

    private static OrderFacts Order(TurnHarness harness) => new(
        Orders.Paid(OrderNo) with { PaymentNo = PaymentNo, CustomerId = "c-1", PaidAt = harness.Clock.GetUtcNow().AddMinutes(-30), Delivery = DeliveryState.Queued, Target = new Target("12345", "13812345678") },
        new Capabilities { Version = 1, Hold = new(Verdict.Allowed), Cancel = new(Verdict.Allowed), Modify = new(Verdict.Allowed), Refund = new(Verdict.Review) });
}
