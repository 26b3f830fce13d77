using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Policies;

/// <summary>
/// The check before paying (rule V1), the same on the shop's page and in the chat: product, face value, price, target and an open twin. It can't know which account
/// was meant, and never says that it does.
/// </summary>
public sealed class OrderCheck
{
    private const int PhoneLength = 11;
    private const int LongestAccount = 64;
    private const string Between = " / ";

    private readonly List<OrderFinding> _findings = [];
    private readonly PlannedOrder _planned;
    private readonly OrderCheckFacts _facts;
    private readonly PolicySettings _settings;
    private readonly IReadOnlyList<Product> _meant;
    private readonly Product? _product;

    private OrderCheck(PlannedOrder planned, OrderCheckFacts facts, PolicySettings settings)
    {
        (_facts, _settings) = (facts, settings);
        _meant = planned.Product is { } name && facts.Catalogue is { } sold ? ProductNaming.Named(sold, name) : [];
        _product = _meant is [var only] ? only : OfCarrier(planned.Target.Phone ?? planned.Target.Account);
        _planned = planned with { Product = _product?.Name ?? planned.Product, Target = Shape is { } shape ? Needed(planned.Target, shape) : planned.Target };
        if (_product is not null)
        {
            var denomination = ProductNaming.Denomination(_product, planned.Denomination);
            _planned = _planned with { Denomination = denomination?.Name ?? planned.Denomination, AmountFen = denomination?.PriceFen * _planned.Quantity ?? planned.AmountFen };
        }

        Goods(planned.AmountFen);
        Target();
        Twin();
    }

    /// <summary>Goods that share a name go to the same kind of target.</summary>
    private Product? Shape => _product ?? (_meant.Count > 0 ? _meant[0] : null);

    /// <summary>Checks what somebody is about to buy.</summary>
    public static CheckedOrder Of(PlannedOrder planned, OrderCheckFacts facts, PolicySettings settings)
    {
        ArgumentNullException.ThrowIfNull(planned);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(settings);
        var check = new OrderCheck(planned, facts, settings);
        return new CheckedOrder(check._planned, [.. check._findings.OrderByDescending(finding => finding.Weight)]);
    }

    /// <summary>Whether there is a target that the shop should be asked about: not before all the rest of it can be right.</summary>
    public static bool IsWorthAskingForTarget(CheckedOrder result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Planned is { Product: not null, Target: not { Account: null, Phone: null, Region: null } } && result.Weight is not (FindingWeight.Stop or FindingWeight.Missing);
    }

    /// <summary>What is sold, in which face values, at which price.</summary>
    private void Goods(long? shown)
    {
        if (_planned.Product is null)
        {
            Found("product_missing", FindingWeight.Missing);
        }
        else if (_facts.Catalogue is null)
        {
            Found("catalogue_unread", FindingWeight.NotChecked);
        }
        else if (_meant.Count == 0)
        {
            Found("product_unknown", FindingWeight.Stop, ("product", _planned.Product));
        }
        else if (_planned.Denomination is null)
        {
            Found("denomination_missing", FindingWeight.Missing, ("known", Faces(Shape!)));
        }
        else if (_product is null)
        {
            Which();
        }
        else if (ProductNaming.Denomination(_product, _planned.Denomination) is null)
        {
            Found("denomination_unknown", FindingWeight.Stop, ("product", _product.Name), ("denomination", _planned.Denomination), ("known", Faces(_product)));
        }
        else if (shown is { } page && _planned.AmountFen is { } price && page != price)
        {
            Found("price_differs", FindingWeight.Stop, ("shown", Yuan(page)), ("price", Yuan(price)));
        }
    }

    /// <summary>Goods that share a name are told apart by the number that they are for; without a number, that is asked for first.</summary>
    private void Which()
    {
        if (_planned.Target is not { Account: null, Phone: null })
        {
            Found("product_which", FindingWeight.Missing, ("product", _planned.Product!), ("known", string.Join(Between, _meant.Select(product => product.Name))));
        }
    }

    /// <summary>Of goods that share a name, those of the carrier that the number's segment was given to; which is said, since numbers move.</summary>
    private Product? OfCarrier(string? phone)
    {
        if (phone is null || !IsMobile(phone) || NumberSegments.Of(phone) is not (var segment, { } carrier))
        {
            return null;
        }

        var product = _meant.FirstOrDefault(product => NumberSegments.CarrierNamedIn(product.Name) == carrier);
        if (product is not null)
        {
            Found("carrier_by_segment", FindingWeight.Look, ("segment", segment), ("carrier", carrier), ("product", product.Name));
        }

        return product;
    }

    private void Target()
    {
        var (account, phone, region) = (_planned.Target.Account, _planned.Target.Phone, _planned.Target.Region);
        foreach (var field in Shape?.TargetFields ?? [])
        {
            if (field switch { "account" => account, "phone" => phone, _ => region } is null)
            {
                Found(field + "_missing", FindingWeight.Missing, field == "region" ? [("known", string.Join(Between, _product!.Regions))] : []);
            }
        }

        if (_product is { Regions.Count: > 0 } && region is not null && !_product.Regions.Contains(region))
        {
            Found("region_unknown", FindingWeight.Stop, ("product", _product.Name), ("region", region), ("known", string.Join(Between, _product.Regions)));
        }

        if (account is not null && (account.Length > LongestAccount || account.Any(IsOdd)))
        {
            Found("account_format", FindingWeight.Stop);
        }

        if (phone is not null)
        {
            Phone(phone);
        }

        if (_facts.Target is { Owner: TargetOwner.Invalid })
        {
            Found("target_invalid", FindingWeight.Stop);
        }
    }

    private void Phone(string phone)
    {
        if (!IsMobile(phone))
        {
            Found("phone_format", FindingWeight.Stop, ("count", phone.Length.ToString(CultureInfo.InvariantCulture)));
            return;
        }

        // Numbers move between carriers (携号转网), and segments are opened every year: a warning, never more.
        var (segment, carrier) = NumberSegments.Of(phone);
        if (carrier is null)
        {
            Found("segment_unknown", FindingWeight.Look, ("segment", segment));
        }
        else if (NumberSegments.CarrierNamedIn(_planned.Product) is { } sold && sold != carrier)
        {
            Found("segment_other", FindingWeight.Look, ("segment", segment), ("carrier", carrier), ("product", _planned.Product!));
        }
    }

    /// <summary>An order like it, open and placed a while ago at most (rules T6, V3).</summary>
    private void Twin()
    {
        if (_facts.Recent is null)
        {
            Found(_facts.IsGuest ? "twins_guest" : "twins_unread", FindingWeight.NotChecked);
        }
        else if (_planned is { Product: { } product, Denomination: { } denomination, AmountFen: { } amount })
        {
            var own = new Order
            {
                OrderNo = _planned.OrderNo ?? string.Empty,
                Version = 0,
                Product = product,
                Denomination = denomination,
                Quantity = _planned.Quantity,
                AmountFen = amount,
                Target = _planned.Target,
                CreatedAt = _facts.Now,
            };
            if (Duplicates.TwinOf(own, _facts.Recent, _settings.DuplicateWithin) is { } twin)
            {
                Found("twin", FindingWeight.Look, ("order", twin.OrderNo), ("minutes", Math.Max(1, (int)(_facts.Now - twin.CreatedAt).TotalMinutes).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static bool IsMobile(string phone) => phone.Length == PhoneLength && phone[0] == '1' && phone.All(char.IsAsciiDigit);

    private void Found(string name, FindingWeight weight, params (string Name, string Value)[] facts) =>
        _findings.Add(new OrderFinding(name, weight, facts.ToDictionary(fact => fact.Name, fact => fact.Value)));

    /// <summary>Only what the product uses; a phone may be a game's account, and a phone's top-up may be told as an account.</summary>
    private static Target Needed(Target told, Product product)
    {
        var (account, phone) = (Uses("account"), Uses("phone"));
        return new Target(account ? told.Account ?? told.Phone : null, phone ? told.Phone ?? told.Account : null, Uses("region") ? told.Region : null);

        bool Uses(string field) => product.TargetFields.Contains(field);
    }

    /// <summary>What slips in by copying or by a full-width keyboard, and can't be seen.</summary>
    private static bool IsOdd(char letter) => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is >= '\uFF01' and <= '\uFF5E' || char.GetUnicodeCategory(letter) == UnicodeCategory.Format;

    private static string Faces(Product product) => string.Join(Between, product.Denominations.Select(face => face.Name));

    private static string Yuan(long fen) => Replies.Formats.Money(fen);
}

/// <summary>What the check looks at beside the order itself.</summary>
/// <param name="Now">The moment.</param>
/// <param name="Catalogue">What the shop sells; null when it didn't answer.</param>
/// <param name="Recent">The customer's recent orders; null when they are not known.</param>
/// <param name="IsGuest">Whether they are not known because nobody is signed in.</param>
/// <param name="Target">The shop's word on the target; null when it gave none.</param>
public sealed record OrderCheckFacts(DateTimeOffset Now, IReadOnlyList<Product>? Catalogue, IReadOnlyList<Order>? Recent, bool IsGuest = false, TargetCheck? Target = null);
