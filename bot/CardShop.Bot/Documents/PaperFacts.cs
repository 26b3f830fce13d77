using System.Globalization;
using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;
using CardShop.Documents;

namespace CardShop.Bot.Documents;

/// <summary>What a case's papers tell, from its record. What the record does not say stays a gap.</summary>
/// <param name="record">The case.</param>
/// <param name="order">Its order.</param>
internal sealed class PaperFacts(CaseRecord record, Order order)
{
    private CaseFile Case => record.Case;

    /// <summary>For the application to the shop.</summary>
    public ApplicationFacts Application(DateTimeOffset now, string shopName) => new()
    {
        Language = record.Language,
        WrittenAt = now,
        CaseNumber = Case.Number,
        Shop = shopName,
        OrderNumber = order.OrderNo,
        Product = Product,
        AmountInFen = order.AmountFen,
        PaidAt = order.PaidAt,
        Delivery = Text("status.delivery." + order.Delivery.ToString().ToLowerInvariant()),
        WrongValue = Joined(Changes.Select(change => change.From)) ?? Target,
        RightValue = Joined(Changes.Select(change => change.To)),
        Cause = Joined([Problems, Case.Statement is { } statement ? Redaction().Apply(statement) : null], "\n"),
        Request = RequestWords,
        Remedy = IsWithStranger ? Text("document.remedy.recipient") : Request is { } remedy ? Text(remedy == Remedy.Modify ? "document.remedy.modify" : "document.remedy.refund") : null,
        Evidence = [.. Case.Evidence.Select(Line)],
    };

    /// <summary>For the claim against the recipient; null where no stranger has the goods.</summary>
    public ClaimFacts? Claim(ApplicationFacts application) => IsWithStranger ? new ClaimFacts { Order = application with { WrongValue = Target } } : null;

    /// <summary>The order's record.</summary>
    public IReadOnlyList<BundleRow> Rows() =>
    [
        Row("number", order.OrderNo),
        Row("product", Product),
        Row("amount", Money),
        Row("created", Moment(order.CreatedAt)),
        .. order.PaidAt is { } paid ? [Row("paid", Moment(paid))] : Array.Empty<BundleRow>(),
        .. order.PaymentMethod is { } method ? [Row("method", method)] : Array.Empty<BundleRow>(),
        .. Target is { } target ? [Row("target", target)] : Array.Empty<BundleRow>(),
        .. Joined(Changes.Select(change => change.To)) is { } wanted ? [Row("wanted", wanted)] : Array.Empty<BundleRow>(),
        Row("status", Text("status.delivery." + order.Delivery.ToString().ToLowerInvariant())),
        .. Problems is { } problems ? [Row("reason", problems)] : Array.Empty<BundleRow>(),
    ];

    /// <summary>Where the money went.</summary>
    public IReadOnlyList<MoneyStep> Steps() =>
    [
        .. order.PaidAt is { } paid ? [new MoneyStep(paid, Text("document.bundle.paid"), order.AmountFen, order.PaymentMethod)] : Array.Empty<MoneyStep>(),
        .. Case.Refund is { State: not RefundState.None } refund
            ? [new MoneyStep(null, Text("document.bundle.refund_" + Snake(refund.State)), refund.AmountFen, refund.Method)]
            : Array.Empty<MoneyStep>(),
    ];

    /// <summary>Masks what is the customer's or the recipient's, and leaves the numbers of order and case.</summary>
    public Redaction Redaction() => new(
        new[] { order.Target.Account, order.Target.Phone, Case.Wanted.Account, Case.Wanted.Phone }.OfType<string>(), [order.OrderNo, Case.Number, .. order.DuplicateOf is { } twin ? [twin] : Array.Empty<string>()]);

    private bool IsWithStranger => order.TargetOwner == TargetOwner.Stranger || Case.Path == CasePath.ThirdParty || Case.OwnerSaid == TargetOwner.Stranger;

    /// <summary>As it was filed; where nothing was, and a stranger has the goods, their return.</summary>
    private string? RequestWords => IsWithStranger && Case.Filing is null ? Text("document.request.return", ("amount", Money))
        : Request is { } request ? Text(request == Remedy.Modify ? "request.modify" : "request.refund", ("amount", Money)) : null;

    private Remedy? Request => Case.Filing?.Request ?? Case.Remedy;

    private string Product => order.Quantity > 1 ? $"{order.Product} {order.Denomination} × {order.Quantity}" : $"{order.Product} {order.Denomination}";

    private string Money => string.Create(CultureInfo.InvariantCulture, $"¥{order.AmountFen / 100m:#,##0.00}");

    private string? Target => Joined([order.Target.Region, Masked(order.Target.Account), Masked(order.Target.Phone)], " · ");

    private string? Problems => Joined((Case.Problem is { } first ? Case.Also.Prepend(first) : Case.Also).Select(problem => Text("option." + Snake(problem))), Text("format.and"));

    private IEnumerable<(string? From, string To)> Changes => new (string? From, string? To)[]
    {
        (order.Product, Case.Wanted.Product),
        (order.Denomination, Case.Wanted.Denomination),
        (order.Target.Region, Case.Wanted.Region),
        (Masked(order.Target.Account), Masked(Case.Wanted.Account)),
        (Masked(order.Target.Phone), Masked(Case.Wanted.Phone)),
    }.Where(change => change.To is not null).Select(change => (change.From, change.To!));

    private EvidenceLine Line(CaseEvidence evidence) => new(
        Text("evidence.link." + Snake(evidence.Link)), Text("document.proves." + Snake(evidence.Link)), evidence.Piece.ReceivedAt);

    private BundleRow Row(string key, string value) => new(Text("document.bundle.row." + key), value);

    private string Text(string key, params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var named = new Dictionary<string, string>();
        foreach (var (name, value) in facts)
        {
            named[name] = value;
        }

        return TextCatalogue.Get(record.Language, key, named);
    }

    private static string? Joined(IEnumerable<string?> parts, string between = "；")
    {
        var known = parts.Where(part => !string.IsNullOrEmpty(part)).ToList();
        return known.Count == 0 ? null : string.Join(between, known);
    }

    private static string? Masked(string? value) => value is null ? null : Masking.Mask(value);

    private static string Moment(DateTimeOffset moment) => moment.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
