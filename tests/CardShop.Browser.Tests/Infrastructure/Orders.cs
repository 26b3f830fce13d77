namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>Orders as the demo shop's controls take them.</summary>
internal static class Orders
{
    /// <summary>A top-up two minutes after payment that waits to be shipped: it can be cancelled or changed at once (rule P1).</summary>
    public static object Queued(string customerId, string account = "82716455") => new
    {
        customerId,
        product = "Q币",
        denomination = "100元",
        quantity = 1,
        amount = 98.00m,
        target = new { account },
        payment = "paid",
        delivery = "queued",
        minutesSincePayment = 2,
        goods = "topup",
    };

    public static object Unpaid(string customerId, string account) => new
    {
        customerId,
        product = "Q币",
        denomination = "100元",
        quantity = 1,
        amount = 98.00m,
        target = new { account },
        payment = "unpaid",
        delivery = "none",
        goods = "topup",
    };

    /// <summary>Its window is over: it goes by review, which wants evidence (rules P2, E1).</summary>
    public static object Overdue(string? customerId, string? contact = null) => new
    {
        customerId,
        contact,
        product = "Q币",
        denomination = "100元",
        quantity = 1,
        amount = 98.00m,
        target = new { account = "82716455" },
        payment = "paid",
        delivery = "processing",
        minutesSincePayment = 60,
        goods = "topup",
    };

    /// <summary>It has gone to another person's valid account (rule P3).</summary>
    public static object WithAStranger(string customerId) => new
    {
        customerId,
        product = "Q币",
        denomination = "100元",
        quantity = 1,
        amount = 98.00m,
        target = new { account = "82716455" },
        payment = "paid",
        delivery = "delivered",
        minutesSincePayment = 60,
        targetOwner = "stranger",
        goods = "topup",
    };

    public static object OfGuest(string contact) => new
    {
        contact,
        product = "Q币",
        denomination = "30元",
        quantity = 1,
        amount = 29.40m,
        target = new { account = "305577922" },
        payment = "paid",
        delivery = "queued",
        minutesSincePayment = 2,
        goods = "topup",
    };

    public static object DeliveredCode(string customerId) => new
    {
        customerId,
        product = "Steam 充值卡",
        denomination = "100元",
        quantity = 1,
        amount = 98.80m,
        payment = "paid",
        delivery = "delivered",
        minutesSincePayment = 3,
        goods = "card_code",
    };
}
