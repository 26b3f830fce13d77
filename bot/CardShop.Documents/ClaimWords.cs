using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Documents;

/// <summary>
/// The words of papers that go to a court or to the recipient: Chinese for every reader. Only gaps and the draft's note, which go away, are glossed in English.
/// </summary>
/// <param name="facts">The claim.</param>
internal sealed class ClaimWords(ClaimFacts facts)
{
    private readonly Words _words = new(facts.Order.Language);
    private readonly Dictionary<string, string> _facts = new()
    {
        ["case"] = facts.Order.CaseNumber,
    };

    /// <summary>What stands above the title until the customer deletes it.</summary>
    public string Draft => _words.Of("draft");

    /// <summary>The words of a key <c>document.…</c>, its names filled in from the claim and from what is given besides.</summary>
    public string Of(string key, params ReadOnlySpan<(string Name, string Value)> besides)
    {
        var named = new Dictionary<string, string>(_facts);
        foreach (var (name, value) in besides)
            named[name] = value;

        foreach (var name in Names.Where(name => !named.ContainsKey(name)))
            named[name] = Known(name);

        return TextCatalogue.Get(Language.Chinese, "document." + key, named);
    }

    /// <summary>A gap for the customer to fill in.</summary>
    public string Gap(string key) => _words.OrGap(null, "gap." + key);

    private static string[] Names { get; } =
    [
        "paid", "shop", "product", "amount", "order", "right", "wrong", "delivery", "cause", "demanded", "answer",
        "recipient", "payee", "name", "sex", "born", "nation", "work", "address", "contact", "losses", "witness", "copies", "serial",
    ];

    private string Known(string name) => name switch
    {
        "paid" => _words.OrGap(Words.Moment(facts.Order.PaidAt), "application.paid"),
        "shop" => _words.OrGap(facts.Order.Shop, "application.shop"),
        "product" => _words.OrGap(facts.Order.Product, "application.product"),
        "amount" => _words.OrGap(Words.Money(facts.Order.AmountInFen), "application.amount"),
        "order" => _words.OrGap(facts.Order.OrderNumber, "application.number"),
        "right" => Number(facts.Order.RightValue, "application.right"),
        "wrong" => Number(facts.Order.WrongValue, "application.wrong"),
        "delivery" => _words.OrGap(facts.Order.Delivery, "application.delivery"),
        "cause" => _words.OrGap(facts.Order.Cause, "application.cause"),
        "demanded" => _words.OrGap(facts.Demanded, "gap.demanded"),
        "answer" => _words.OrGap(facts.Answer, "gap.answer"),
        _ => Gap(name),
    };

    /// <summary>A masked number, with the gap for the full one, which only the customer puts in.</summary>
    private string Number(string? masked, string key) => string.IsNullOrWhiteSpace(masked) || !masked.Contains('*', StringComparison.Ordinal)
        ? _words.OrGap(masked, key)
        : Words.Printable(masked.Trim()) + Gap("number");
}
