using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Cases;

/// <summary>Which field of the order each problem is about, and whether the customer has told its right value.</summary>
internal static class WantedFields
{
    /// <summary>The first field that is still to be told; null when all are.</summary>
    public static Asks? Missing(CaseFile file, Order order)
    {
        foreach (var problem in Problems(file))
        {
            if (FieldOf(problem, order) is { } field && ValueOf(file.Wanted, field) is null)
            {
                return field;
            }
        }

        return null;
    }

    /// <summary>The field that a problem is about; null for one that no field can mend (T3).</summary>
    public static Asks? FieldOf(Problem problem, Order order) => problem switch
    {
        Problem.WrongRegion => Asks.Region,
        // A phone may be the account of a game, and a top-up may call its phone an account: the order's own field counts.
        Problem.WrongAccount => order.Target is { Account: null, Phone: not null } ? Asks.Phone : Asks.Account,
        Problem.WrongPhone => order.Target is { Phone: null, Account: not null } ? Asks.Account : Asks.Phone,
        Problem.WrongProduct => Asks.Product,
        Problem.WrongDenomination => Asks.Amount,
        _ => null,
    };

    /// <summary>The value wanted for a field.</summary>
    public static string? ValueOf(OrderChanges wanted, Asks field) => field switch
    {
        Asks.Account => wanted.Account,
        Asks.Phone => wanted.Phone,
        Asks.Region => wanted.Region,
        Asks.Product => wanted.Product,
        Asks.Amount => wanted.Denomination,
        _ => null,
    };

    /// <summary>The value on the order.</summary>
    public static string? ValueOf(Order order, Asks field) => field switch
    {
        Asks.Account => order.Target.Account,
        Asks.Phone => order.Target.Phone,
        Asks.Region => order.Target.Region,
        Asks.Product => order.Product,
        Asks.Amount => order.Denomination,
        _ => null,
    };

    /// <summary>Notes, or with null forgets, the value wanted for a field.</summary>
    public static OrderChanges With(OrderChanges wanted, Asks field, string? value) => field switch
    {
        Asks.Account => wanted with { Account = value },
        Asks.Phone => wanted with { Phone = value },
        Asks.Region => wanted with { Region = value },
        Asks.Product => wanted with { Product = value },
        Asks.Amount => wanted with { Denomination = value },
        _ => wanted,
    };

    /// <summary>The fields that would change, with their values, in the order of reading.</summary>
    public static IEnumerable<(Asks Field, string From, string To)> Changes(Order order, OrderChanges changes)
    {
        foreach (var field in new[] { Asks.Product, Asks.Amount, Asks.Region, Asks.Account, Asks.Phone })
        {
            if (ValueOf(changes, field) is { } to)
            {
                yield return (field, ValueOf(order, field) ?? string.Empty, to);
            }
        }
    }

    private static IEnumerable<Problem> Problems(CaseFile file) => file.Problem is { } first ? file.Also.Prepend(first) : file.Also;
}
