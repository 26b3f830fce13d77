using System.Globalization;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Reads the case's order from the shop's record, once a turn: the record decides, and it may have moved on (rule P).</summary>
internal static class OrderReading
{
    public static void Read(TurnScope scope)
    {
        if (scope.Case.TypedNumber is { } number)
        {
            if (scope.Turn.CustomerId is not null || scope.Proof is not null)
            {
                Find(scope, number);
            }
        }
        else if (scope.Case.Order is { } order)
        {
            Refresh(scope, order);
        }
    }

    private static void Find(TurnScope scope, string number)
    {
        switch (scope.Ask(new FindOrder(number, new Asker(scope.Turn.CustomerId, scope.Turn.CustomerId is null ? scope.Proof : null))))
        {
            case null:
                return;
            case OrderAnswer found:
                scope.Case = scope.Case with { Facts = found.Facts, FoundBy = number, TypedNumber = null, FailedLookups = 0 };
                scope.JustFound = true;
                scope.Note(new OrderFound(found.Facts.Order.OrderNo, found.Facts.Order.Version));
                return;
            case ThrottledAnswer throttled:
                scope.Case = scope.Case with { TypedNumber = null };
                scope.Say("note.throttled", ["H3"], ("minutes", Math.Ceiling(throttled.RetryAfter.TotalMinutes).ToString(CultureInfo.InvariantCulture)));
                return;
            case NotFoundAnswer:
                scope.Case = scope.Case with { TypedNumber = null, FailedLookups = scope.Case.FailedLookups + 1 };
                scope.Note(new OrderNotFound(scope.Case.FailedLookups));
                scope.Say(scope.Turn.CustomerId is null ? "note.order_not_found_guest" : "note.order_not_found", ["H2"]);
                return;
            default:
                scope.ShopIsSilent = true;
                return;
        }
    }

    private static void Refresh(TurnScope scope, Order known)
    {
        switch (scope.Ask(new ReadOrder(known.OrderNo)))
        {
            case null:
                return;
            case OrderAnswer read:
                scope.Case = scope.Case with { Facts = read.Facts };
                return;
            default:
                scope.ShopIsSilent = true;
                return;
        }
    }
}
