using System.Globalization;
using CardShop.Bot.Migrations.Sqlite;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Benchmarks.Desk;

/// <summary>A queue as no shop should have it, written into the store as turns would have left it.</summary>
internal static class FullQueue
{
    private static readonly string[] Products = ["原神 创世结晶", "腾讯视频会员", "话费快充", "Steam 充值卡"];

    /// <summary>Adds open cases that have come since.</summary>
    /// <param name="store">The file of the store.</param>
    /// <param name="count">How many.</param>
    /// <param name="since">When the first of them came.</param>
    /// <param name="until">When the last of them came.</param>
    public static async Task FillAsync(string store, int count, DateTimeOffset since, DateTimeOffset until)
    {
        await using var context = new BotDbContext(SqliteMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), $"Data Source={store}").Options);
        for (var at = 0; at < count; at++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"CS-261122-Q{at:00000}");
            var row = new DeskCaseRow { CaseNumber = number, ConversationId = $"directline:{number}", Channel = "directline", CreatedAt = since };
            row.Move(ConversationState.New, File(number, at, since), null, new CustomerSaid("转人工"), since + (until - since) * at / count);
            context.DeskCases.Add(row);
        }

        await context.SaveChangesAsync();
    }

    private static CaseFile File(string number, int at, DateTimeOffset now)
    {
        var orderNo = string.Create(CultureInfo.InvariantCulture, $"KM26112300{at:00000}");
        var order = new Order
        {
            OrderNo = orderNo,
            Version = 1,
            Product = Products[at % Products.Length],
            Denomination = "100元",
            AmountFen = 100_00 + at,
            Target = new Target(Phone: "13800001111"),
            Payment = PaymentState.Paid,
            Delivery = DeliveryState.Delivered,
            CreatedAt = now,
            PaidAt = now,
        };
        var verdict = new Capability(Verdict.Review);
        return new CaseFile
        {
            Number = number,
            State = CaseState.WithHuman,
            PersonCause = PersonCause.Wanted,
            Path = CasePath.ManualReview,
            Facts = new OrderFacts(order, new Capabilities { Version = 1, Hold = verdict, Cancel = verdict, Modify = verdict, Refund = verdict }),
        };
    }
}
