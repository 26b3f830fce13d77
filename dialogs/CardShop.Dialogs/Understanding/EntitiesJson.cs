using System.Globalization;
using System.Text.Json.Nodes;

namespace CardShop.Dialogs.Understanding;

/// <summary>The entities in the form of the verb <c>understand</c>; what was not named is left out.</summary>
public sealed record EntitiesJson
{
    /// <summary>A string, or an array when several were named.</summary>
    public JsonNode? OrderNo { get; init; }

    /// <summary>A mobile number without a counterpart.</summary>
    public string? Phone { get; init; }

    /// <summary>The mobile number on the order.</summary>
    public string? PhoneFrom { get; init; }

    /// <summary>The mobile number wanted.</summary>
    public string? PhoneTo { get; init; }

    /// <summary>An account without a counterpart.</summary>
    public string? Account { get; init; }

    /// <summary>The account on the order.</summary>
    public string? AccountFrom { get; init; }

    /// <summary>The account wanted.</summary>
    public string? AccountTo { get; init; }

    /// <summary>An amount without a counterpart, in the unit's major part.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The amount on the order.</summary>
    public decimal? AmountFrom { get; init; }

    /// <summary>The amount wanted.</summary>
    public decimal? AmountTo { get; init; }

    /// <summary>A region without a counterpart.</summary>
    public string? Region { get; init; }

    /// <summary>The region on the order.</summary>
    public string? RegionFrom { get; init; }

    /// <summary>The region wanted.</summary>
    public string? RegionTo { get; init; }

    /// <summary>A product without a counterpart.</summary>
    public string? Product { get; init; }

    /// <summary>The product on the order.</summary>
    public string? ProductFrom { get; init; }

    /// <summary>The product wanted.</summary>
    public string? ProductTo { get; init; }

    /// <summary>ISO 4217, if a unit was named.</summary>
    public string? Currency { get; init; }

    internal static EntitiesJson Of(Entities entities) => new()
    {
        OrderNo = entities.OrderNos switch
        {
            [] => null,
            [var only] => JsonValue.Create(only),
            var several => new JsonArray([.. several.Select(number => JsonValue.Create(number))]),
        },
        Phone = entities.Phone.Plain,
        PhoneFrom = entities.Phone.From,
        PhoneTo = entities.Phone.To,
        Account = entities.Account.Plain,
        AccountFrom = entities.Account.From,
        AccountTo = entities.Account.To,
        Amount = Number(entities.Amount.Plain),
        AmountFrom = Number(entities.Amount.From),
        AmountTo = Number(entities.Amount.To),
        Region = entities.Region.Plain,
        RegionFrom = entities.Region.From,
        RegionTo = entities.Region.To,
        Product = entities.Product.Plain,
        ProductFrom = entities.Product.From,
        ProductTo = entities.Product.To,
        Currency = entities.Currency,
    };

    private static decimal? Number(string? digits) => digits is null ? null : decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
