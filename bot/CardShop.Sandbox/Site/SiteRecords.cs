using System.Text.Json.Serialization;
using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Site;

/// <summary>Signs in as a demo customer; null is a guest.</summary>
internal sealed record SignInRequest(string? CustomerId = null);

/// <summary>Who is signed in, who could be, and what time it is by the one clock.</summary>
internal sealed record SessionView(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SignedIn? Customer,
    IReadOnlyList<SignInChoice> Customers,
    DateTimeOffset Now,
    double ClockOffsetSeconds);

/// <summary>The signed-in customer.</summary>
internal sealed record SignedIn(string Id, string Name, string Avatar);

/// <summary>Somebody to sign in as.</summary>
internal sealed record SignInChoice(string Id, string Name, string Hint);

/// <summary>What the page sells.</summary>
internal sealed record SiteProductList(IReadOnlyList<SiteProduct> Products);

/// <summary>A product on the page.</summary>
internal sealed record SiteProduct(
    string Name,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<Denomination> Denominations,
    GoodsKind Goods,
    IReadOnlyList<string> TargetFields,
    IReadOnlyList<string> Regions,
    Fulfilment Fulfilment,
    string Note);

/// <summary>An order placed on the page. The same submittedKey is the same click; a second click brings its own.</summary>
internal sealed record NewSiteOrder(
    string Product, string Denomination, int Quantity, Target? Target, string SubmittedKey, string? Contact = null, string? QueryPassword = null);

/// <summary>What the page shows of an order beyond the contract. Fields that say nothing are null, not left out.</summary>
internal sealed record OrderExtras
{
    public required string Status { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? WindowEndsAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? ShipsAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Refund? Refund { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public CaseOnOrder? Case { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public IReadOnlyList<string>? Codes { get; init; }
}

/// <summary>The case that is about an order.</summary>
internal sealed record CaseOnOrder(string Number, string Stage, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Outcome);
