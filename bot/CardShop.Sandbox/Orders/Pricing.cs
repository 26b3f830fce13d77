using System.Globalization;
using System.Text.RegularExpressions;

namespace CardShop.Sandbox.Orders;

/// <summary>What an order costs, new or changed.</summary>
internal sealed partial class Pricing(Catalogue catalogue)
{
    /// <summary>The list price of one unit, or the face value itself for what the catalogue doesn't list; null when neither says anything.</summary>
    public long? Unit(string product, string denomination) =>
        catalogue.Find(product)?.PriceOf(denomination) ?? (Figure(denomination) is { } figure ? (long)(figure * 100) : null);

    /// <summary>
    /// The price of an order after a change; null when the shop doesn't sell that. Another number of units, or another face value of the same product,
    /// costs in proportion to what this order cost, so that its discount stays. Another product costs its list price.
    /// </summary>
    public long? Changed(OrderState order, string product, string denomination, int quantity)
    {
        if (product != order.Product)
        {
            return catalogue.Find(product)?.PriceOf(denomination) * quantity;
        }

        var (paid, units) = ((decimal)order.AmountFen, (decimal)order.Quantity);
        if (denomination == order.Denomination)
        {
            return Round(paid * quantity / units);
        }

        var (before, after) = (Value(product, order.Denomination), Value(product, denomination));
        return before is > 0 && after is > 0 ? Round(paid * after.Value / before.Value * quantity / units) : null;

        decimal? Value(string name, string face) => BothListed(name) ? catalogue.Find(name)!.PriceOf(face) : Figure(face);
        bool BothListed(string name) => catalogue.Find(name) is { } listed && listed.PriceOf(order.Denomination) is not null && listed.PriceOf(denomination) is not null;
    }

    private static long Round(decimal fen) => (long)Math.Round(fen, MidpointRounding.AwayFromZero);

    private static decimal? Figure(string denomination) =>
        FigureIn().Match(denomination) is { Success: true } match && decimal.TryParse(match.Value, CultureInfo.InvariantCulture, out var figure) ? figure : null;

    [GeneratedRegex(@"[0-9]{1,7}(\.[0-9]{1,2})?")]
    private static partial Regex FigureIn();
}
