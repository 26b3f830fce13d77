using System.Globalization;
using System.Text.Json;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Persistence.Cases;

namespace CardShop.Bot.Desk;

/// <summary>The facts ledger: what is known of a case, and where it comes from. Accounts and phones are masked.</summary>
internal static class KnownFacts
{
    /// <summary>The ledger.</summary>
    public static IReadOnlyList<KnownFact> Of(CaseFile file)
    {
        var facts = new List<KnownFact>();
        Add("problem", Word(file.Problem), FactSource.Customer);
        foreach (var also in file.Also)
        {
            Add("also", Word(also), FactSource.Customer);
        }

        Add("remedy", Word(file.Remedy), FactSource.Customer);
        Add("account", Masked(file.Wanted.Account), FactSource.Customer);
        Add("phone", Masked(file.Wanted.Phone), FactSource.Customer);
        Add("region", file.Wanted.Region, FactSource.Customer);
        Add("product", file.Wanted.Product, FactSource.Customer);
        Add("denomination", file.Wanted.Denomination, FactSource.Customer);
        Add("owner", Word(file.OwnerSaid), FactSource.Customer);
        if (file.Order is { } order)
        {
            Add("order", order.OrderNo, FactSource.Shop);
            Add("product", $"{order.Product} {order.Denomination}", FactSource.Shop);
            Add("account", Masked(order.Target.Account), FactSource.Shop);
            Add("phone", Masked(order.Target.Phone), FactSource.Shop);
            Add("region", order.Target.Region, FactSource.Shop);
            Add("amount", Yuan(order.AmountFen), FactSource.Shop);
            Add("paid_at", order.PaidAt?.ToString("O", CultureInfo.InvariantCulture), FactSource.Shop);
            Add("owner", Word(order.TargetOwner), FactSource.Shop);
        }

        Add("approved", Word(file.ApprovedRemedy), FactSource.Agent);
        Add("outcome", Word(file.Outcome), file.HelpedBy is null ? FactSource.Shop : FactSource.Agent);
        return facts;

        void Add(string name, string? value, FactSource source)
        {
            if (!string.IsNullOrEmpty(value))
            {
                facts.Add(new KnownFact(name, value, source));
            }
        }
    }

    /// <summary>What the record has of a case that its conversation has left behind.</summary>
    public static IReadOnlyList<KnownFact> OfPast(CaseRow record, long? amountFen)
    {
        IEnumerable<(string Name, string? Value)> known =
        [
            ("order", record.OrderNo),
            ("product", record.Product),
            ("amount", amountFen is { } fen ? Yuan(fen) : null),
            ("outcome", Word(record.Outcome)),
        ];
        return [.. known.Where(fact => !string.IsNullOrEmpty(fact.Value)).Select(fact => new KnownFact(fact.Name, fact.Value!, FactSource.Shop))];
    }

    /// <summary>The order's panel. A hold is a lease: once it is over, the order is held no more.</summary>
    public static OrderPanel Panel(Order order, PolicySettings settings, DateTimeOffset now) => new()
    {
        OrderNo = order.OrderNo,
        PaymentNo = order.PaymentNo,
        Version = order.Version,
        Product = $"{order.Product} {order.Denomination}",
        AmountFen = order.AmountFen,
        Target = string.Join(" · ", new[] { Masked(order.Target.Account), Masked(order.Target.Phone), order.Target.Region }.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } target ? target : null,
        TargetOwner = order.TargetOwner,
        Payment = order.Payment,
        Delivery = order.Delivery,
        Hold = order is { Hold: HoldState.Soft, HoldUntil: { } until } && until <= now ? HoldState.None : order.Hold,
        PaidAt = order.PaidAt,
        WindowEnd = DeskAdvice.WindowEnd(order, settings),
        HeldUntil = order.HoldUntil,
    };

    private static string Yuan(long fen) => string.Create(CultureInfo.InvariantCulture, $"{fen / 100m:0.00}");

    private static string? Masked(string? value) => string.IsNullOrEmpty(value) ? null : Masking.Mask(value);

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null;

    private static string? Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
