using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What stands before the first word: who the customer is, which orders there are, what the bot may do.</summary>
internal sealed record World(string? CustomerId, CommandMode Commands, IReadOnlyList<OrderFacts> Orders)
{
    /// <summary>A guest's proof; nobody types it for another reason.</summary>
    public const string Contact = "lin.yue@example.com";

    /// <summary>A case of the same customer's in another conversation.</summary>
    public static CaseView CaseElsewhere { get; } = new()
    {
        Number = "CS-261122-7K3QF",
        Stage = Stage.UnderReview,
        State = "UnderReview",
        Orders = [],
        Rules = [],
    };

    public static World Of(Random random)
    {
        var customer = random.Next(3) == 0 ? null : "c-1";
        var commands = random.Next(20) switch { 0 => CommandMode.Off, 1 => CommandMode.Shadow, _ => CommandMode.Live };
        List<OrderFacts> orders = [.. Enumerable.Range(0, random.Next(1, Words.OrderNumbers.Count + 1)).Select(at => RandomOrders.Make(random, at, customer))];
        return new World(customer, commands, random.Next(5) == 0 ? [.. orders.Select(order => RandomOrders.Alike(orders[0], order))] : orders);
    }
}
