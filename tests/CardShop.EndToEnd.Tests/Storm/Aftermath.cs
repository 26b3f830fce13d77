using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests.Storm;

/// <summary>Compares what the shop has done, where the cases stand and what was said, once the storm is over.</summary>
internal static class Aftermath
{
    public static async Task CheckAsync(Shop shop, IReadOnlyCollection<StormCustomer> customers)
    {
        var ledger = await shop.LedgerAsync();
        foreach (var customer in customers)
        {
            var transcript = await customer.TranscriptAsync();
            try
            {
                Assert.Equal([customer.Errand.Wish], Shop.Moves(ledger, customer.OrderNo));
                await CheckOrderAsync(shop, customer);
                CheckCase(customer, transcript);
                CheckWords(customer, transcript);
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"{customer.OrderNo}, {customer.Errand.Wish}:\n{string.Join('\n', transcript.Select(Line))}\n{Commands(ledger, customer)}", wrong);
            }
        }

        var moved = ledger.Where(command => (bool)command!["done"]!).Select(command => (string)command!["orderNo"]!).ToHashSet();
        moved.ExceptWith(customers.Select(customer => customer.OrderNo));
        Assert.Empty(moved);
    }

    private static async Task CheckOrderAsync(Shop shop, StormCustomer customer)
    {
        var order = await shop.ReadAsync(customer.OrderNo);
        if (customer.Errand.Wish is "cancel" or "refund")
        {
            Assert.Equal("refunded", (string?)order["payment"]);
        }
        else
        {
            Assert.Equal(("paid", Errand.RightAccount), ((string?)order["payment"], (string?)order["target"]?["account"]));
        }
    }

    private static void CheckCase(StormCustomer customer, IReadOnlyList<JsonNode> transcript)
    {
        var view = Talk.CaseOf(transcript)!;
        Assert.Equal(("closed", customer.Errand.Outcome), ((string?)view["stage"], (string?)view["outcome"]));
        Assert.Single(transcript.Select(activity => (string?)activity["channelData"]?["case"]?["number"]).OfType<string>().Distinct());
    }

    /// <summary>What was taken is there once, what was lost at most once, and each has its answer, once.</summary>
    private static void CheckWords(StormCustomer customer, IReadOnlyList<JsonNode> transcript)
    {
        var ids = transcript.Select(activity => (string)activity["id"]!).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());

        var said = transcript.Where(Talk.IsCustomers).Select(activity => (string)activity["id"]!).ToList();
        Assert.Equal(customer.Accepted.Count, customer.Accepted.Distinct().Count());
        Assert.Empty(customer.Accepted.Except(said));
        Assert.InRange(said.Count, customer.Accepted.Count, customer.Accepted.Count + customer.Lost);

        var answers = transcript.Where(activity => !Talk.IsCustomers(activity)).ToList();
        foreach (var id in said)
        {
            var texts = answers.Where(activity => (string?)activity["replyToId"] == id).Select(activity => (string?)activity["text"]).ToList();
            Assert.NotEmpty(texts);
            Assert.Equal(texts.Count, texts.Distinct().Count());
            Assert.True(transcript.TakeWhile(activity => (string?)activity["replyToId"] != id).Any(activity => (string?)activity["id"] == id), $"{id} is answered before it is said");
        }

        // Greeting, receipt and the way of the money are nobody's answer, and said once.
        var unasked = answers.Where(activity => activity["replyToId"] is null).Select(activity => (string?)activity["text"]).ToList();
        Assert.Equal(unasked.Count, unasked.Distinct().Count());
        Assert.Single(unasked, text => text!.StartsWith("办好了", StringComparison.Ordinal));
    }

    private static string Line(JsonNode activity) =>
        $"  {(Talk.IsCustomers(activity) ? ">" : "<")} {activity["id"]} {activity["replyToId"]} {((string?)activity["text"])?.ReplaceLineEndings(" ")}";

    private static string Commands(JsonArray ledger, StormCustomer customer) =>
        string.Join('\n', ledger.Where(command => (string?)command!["orderNo"] == customer.OrderNo).Select(command => "  " + command!.ToJsonString()));
}
