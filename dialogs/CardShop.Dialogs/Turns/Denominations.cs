using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>Face values as the shop writes them.</summary>
internal static class Denominations
{
    /// <summary>Writes a bare number in the manner of the order's own face value: "10" beside "100元" is "10元".</summary>
    public static OrderChanges LikeOrder(OrderChanges wanted, Order order) =>
        wanted.Denomination is { } said && said.All(letter => char.IsAsciiDigit(letter) || letter == '.') && Digits(order.Denomination) is var (start, length) && length > 0
            ? wanted with { Denomination = order.Denomination.Remove(start, length).Insert(start, said) }
            : wanted;

    private static (int Start, int Length) Digits(string value)
    {
        var start = 0;
        while (start < value.Length && !char.IsAsciiDigit(value[start]))
        {
            start++;
        }

        var end = start;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == '.'))
        {
            end++;
        }

        return (start, end - start);
    }
}
