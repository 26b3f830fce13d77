using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;
using CardShop.ShopContract;

namespace CardShop.Bot.Doctor.Contract;

/// <summary>That questions are answered as the contract has it, and only to whoever may ask.</summary>
internal sealed partial class ReadingChecks(ShopUnderTest shop, TestOrders orders)
{
    /// <summary>More failures than any throttle of the contract lets through: five in ten minutes for one number.</summary>
    private const int ManyFailures = 12;

    private static readonly string[] SecretWords = ["secret", "password", "contact", "cardno", "cardnumber", "pin"];

    public IEnumerable<Check> All =>
    [
        new("products", ProductsAsync),
        Check.Of("lookup: the signed-in customer", "finds the order", token => FindsAsync(new(orders.Hold, orders.CustomerId), orders.Hold, token)),
        Check.Of("lookup: a guest's contact", "finds the order", token => FindsAsync(new(orders.Guest.OrderNo, Contact: orders.Guest.Contact), orders.Guest.OrderNo, token)),
        new("lookup: a query password", QueryPasswordAsync),
        Check.Of("lookup: another's order", "404, as for an unknown one", AnothersOrderAsync),
        Check.Of("lookup: no proof", "refused", NoProofAsync),
        Check.Of("lookup: broken JSON", "400 invalid_request", BrokenJsonAsync),
        Check.Of("lookup: guessing", "429 after a few failures", GuessingAsync),
        new("customer's orders", CustomersOrdersAsync),
        Check.Of("customer's orders: nobody's", "an empty list", NobodysOrdersAsync),
        new("order: no secrets", NoSecretsAsync),
        Check.Of("order: an unknown number", "404 not_found", async token => (await shop.GetAsync(Routes.Of(ShopRoutes.Order, Unknown()), token)).ExpectRefusal(404, "not_found")),
        Check.Of("capabilities: inside the window", "cancel and modify allowed, with the window's end", InsideTheWindowAsync),
        Check.Of("capabilities: after the window", "cancel not allowed, with a reason", token => NotAllowedAsync(orders.Overdue, token)),
        Check.Of("capabilities: shipped", "cancel not allowed, with a reason", token => NotAllowedAsync(orders.Shipped, token)),
        Check.Of("capabilities: not paid", "cancel allowed", UnpaidAsync),
        Check.Of("target: the customer's own", "self", token => OwnerAsync(orders.Targets.Own, TargetOwner.Self, token)),
        Check.Of("target: another's", "stranger, nickname masked", token => OwnerAsync(orders.Targets.Strangers, TargetOwner.Stranger, token)),
        Check.Of("target: one that does not exist", "invalid", token => OwnerAsync(orders.Targets.Invalid, TargetOwner.Invalid, token)),
        new("identity: a code", IdentityCodeAsync),
        Check.Of("refund: nothing comes back", "state none", NoRefundAsync),
        Check.Of("command: an unknown key", "404 not_found", async token => (await shop.GetAsync(Routes.Of(ShopRoutes.Command, Unknown()), token)).ExpectRefusal(404, "not_found")),
    ];

    private static string Unknown() => $"doctor-{Guid.NewGuid():N}";

    private async Task<Finding> ProductsAsync(CancellationToken cancellationToken)
    {
        var products = (await shop.GetAsync(ShopRoutes.Products, cancellationToken)).Expect<ProductList>().Products;
        CheckFailedException.Unless(products.Count > 0, "the shop sells nothing");
        CheckFailedException.Unless(products.All(product => product.Denominations.Count > 0), "a product has no face value");
        CheckFailedException.Unless(products.Select(product => product.Name).Distinct().Count() == products.Count, "two products have one name");
        return Finding.Good($"{products.Count} products");
    }

    private async Task FindsAsync(LookupRequest request, string orderNo, CancellationToken cancellationToken)
    {
        var found = (await shop.PostAsync(ShopRoutes.Lookup, request, cancellationToken)).Expect<Order>();
        CheckFailedException.Unless(found.OrderNo == orderNo, $"another order was found: {found.OrderNo} for {orderNo}");
    }

    private async Task<Finding> QueryPasswordAsync(CancellationToken cancellationToken)
    {
        if (orders.Guest.QueryPassword is not { } password)
        {
            return Finding.Skipped("no query password is listed");
        }

        await FindsAsync(new(orders.Guest.OrderNo, QueryPassword: password), orders.Guest.OrderNo, cancellationToken);
        return Finding.Good("finds the order");
    }

    /// <summary>The answer must not tell a stranger whether the number exists.</summary>
    private async Task AnothersOrderAsync(CancellationToken cancellationToken)
    {
        var stranger = Unknown();
        var anothers = (await shop.PostAsync(ShopRoutes.Lookup, new LookupRequest(orders.Hold, stranger), cancellationToken)).ExpectRefusal(404, "not_found");
        var unknown = (await shop.PostAsync(ShopRoutes.Lookup, new LookupRequest(Unknown(), stranger), cancellationToken)).ExpectRefusal(404, "not_found");
        CheckFailedException.Unless(anothers == unknown, "the two answers differ, which tells a stranger that the number exists");
    }

    private async Task NoProofAsync(CancellationToken cancellationToken)
    {
        var reply = await shop.PostAsync(ShopRoutes.Lookup, new LookupRequest(orders.Hold), cancellationToken);
        CheckFailedException.Unless(reply.Status is 400 or 404, $"{reply.Asked} without a proof answered {reply.Status}: a number alone must show nothing");
    }

    private async Task BrokenJsonAsync(CancellationToken cancellationToken) =>
        (await shop.SendAsync(HttpMethod.Post, ShopRoutes.Lookup, Encoding.UTF8.GetBytes("{\"number\":"), null, shop.Sign(), cancellationToken)).ExpectRefusal(400, "invalid_request");

    private async Task GuessingAsync(CancellationToken cancellationToken)
    {
        var guess = new LookupRequest(Unknown(), Unknown());
        for (var attempt = 0; attempt < ManyFailures; attempt++)
        {
            var reply = await shop.PostAsync(ShopRoutes.Lookup, guess, cancellationToken);
            if (reply.Status == 429)
            {
                reply.ExpectRefusal(429, "throttled");
                CheckFailedException.Unless(reply.Headers.RetryAfter is not null, "429 came without Retry-After");
                return;
            }
        }

        throw new CheckFailedException($"{ManyFailures} wrong lookups of one number went through: numbers and contacts can be guessed");
    }

    private async Task<Finding> CustomersOrdersAsync(CancellationToken cancellationToken)
    {
        var list = (await shop.GetAsync(Routes.Of(ShopRoutes.CustomerOrders, orders.CustomerId), cancellationToken)).Expect<OrderList>().Orders;
        CheckFailedException.Unless(list.Any(order => order.OrderNo == orders.Hold), $"{orders.Hold} is not among them");
        CheckFailedException.Unless(list.All(order => order.CustomerId == orders.CustomerId), "another customer's order is among them");
        CheckFailedException.Unless(list.Zip(list.Skip(1)).All(pair => pair.First.CreatedAt >= pair.Second.CreatedAt), "they are not newest first");
        return Finding.Good($"{list.Count}, newest first");
    }

    private async Task NobodysOrdersAsync(CancellationToken cancellationToken)
    {
        var list = (await shop.GetAsync(Routes.Of(ShopRoutes.CustomerOrders, Unknown()), cancellationToken)).Expect<OrderList>().Orders;
        CheckFailedException.Unless(list.Count == 0, "a customer whom nobody knows has orders");
    }

    /// <summary>A card secret, a contact and a query password never leave the shop.</summary>
    private async Task<Finding> NoSecretsAsync(CancellationToken cancellationToken)
    {
        var reply = await shop.GetAsync(Routes.Of(ShopRoutes.Order, orders.Guest.OrderNo), cancellationToken);
        reply.Expect<Order>();
        using var body = JsonDocument.Parse(reply.Shop.Body);
        var names = body.RootElement.EnumerateObject().Select(field => field.Name).ToList();
        var secret = names.Find(name => SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));
        CheckFailedException.Unless(secret is null, $"the order has a field '{secret}': secrets, contacts and passwords must stay in the shop");
        CheckFailedException.Unless(!Encoding.UTF8.GetString(reply.Shop.Body).Contains(orders.Guest.Contact, StringComparison.Ordinal), "the order shows the guest's contact");
        return Finding.Good($"{names.Count} fields, none of them a secret");
    }

    private async Task InsideTheWindowAsync(CancellationToken cancellationToken)
    {
        var order = (await shop.GetAsync(Routes.Of(ShopRoutes.Order, orders.Cancel), cancellationToken)).Expect<Order>();
        var can = await CapabilitiesAsync(orders.Cancel, cancellationToken);
        CheckFailedException.Unless(can.Version == order.Version, $"they are about version {can.Version}, the order has {order.Version}");
        foreach (var (name, capability) in new[] { ("cancel", can.Cancel), ("modify", can.Modify) })
        {
            CheckFailedException.Unless(capability.Verdict is Verdict.Allowed, $"{name} is {capability.Verdict} ({capability.Reason}) for an order paid within the window");
            CheckFailedException.Unless(capability.WidensWindow || capability.Deadline is not null, $"{name} has no deadline and does not widen the window");
        }
    }

    private async Task NotAllowedAsync(string orderNo, CancellationToken cancellationToken)
    {
        var cancel = (await CapabilitiesAsync(orderNo, cancellationToken)).Cancel;
        CheckFailedException.Unless(cancel.Verdict is not Verdict.Allowed, "cancel is allowed");
        CheckFailedException.Unless(cancel.Reason is { Length: > 0 }, "no reason is given");
    }

    private async Task UnpaidAsync(CancellationToken cancellationToken)
    {
        var cancel = (await CapabilitiesAsync(orders.Unpaid, cancellationToken)).Cancel;
        CheckFailedException.Unless(cancel.Verdict is Verdict.Allowed, $"cancel is {cancel.Verdict} ({cancel.Reason}) for an order that nobody has paid");
    }

    private async Task<Capabilities> CapabilitiesAsync(string orderNo, CancellationToken cancellationToken) =>
        (await shop.GetAsync(Routes.Of(ShopRoutes.Capabilities, orderNo), cancellationToken)).Expect<Capabilities>();

    private async Task OwnerAsync(Target target, TargetOwner owner, CancellationToken cancellationToken)
    {
        var request = new TargetCheckRequest(orders.Targets.Product, target, orders.Targets.CustomerId);
        var check = (await shop.PostAsync(ShopRoutes.TargetCheck, request, cancellationToken)).Expect<TargetCheck>();
        CheckFailedException.Unless(check.Owner == owner, $"it is said to be {check.Owner}, and is {owner}");
        CheckFailedException.Unless(check.Nickname?.Contains('*', StringComparison.Ordinal) != false, "its nickname is not masked");
    }

    /// <summary>A code is sent, shown to nobody, and can't be guessed; the one that was sent is never learned here.</summary>
    private async Task<Finding> IdentityCodeAsync(CancellationToken cancellationToken)
    {
        var (route, number) = (Routes.Of(ShopRoutes.IdentityCode, orders.Guest.OrderNo), Unknown());
        var asked = new IdentityCodeRequest(number, number + ".code");
        var reply = await shop.PostAsync(route, asked, cancellationToken);
        if (reply.Status == 501)
        {
            reply.ExpectRefusal(501, "not_supported");
            return Finding.Skipped("the shop sends no codes, or the guest's order has no phone");
        }

        var sent = reply.Expect<IdentityCodeSent>();
        CheckFailedException.Unless(sent.SentTo.Contains('*', StringComparison.Ordinal), "the phone is not masked");
        CheckFailedException.Unless(!SixDigits().IsMatch(Encoding.UTF8.GetString(reply.Shop.Body)), "the answer holds six digits: the code goes to the phone only");
        var again = (await shop.PostAsync(route, asked, cancellationToken)).Expect<IdentityCodeSent>();
        CheckFailedException.Unless(again.SentTo == sent.SentTo, "the same attempt was answered differently");
        var elsewhere = new IdentityCheckRequest(Unknown(), Unknown(), "000000");
        var verdict = (await shop.PostAsync(Routes.Of(ShopRoutes.IdentityCheck, orders.Guest.OrderNo), elsewhere, cancellationToken)).Expect<IdentityVerdict>();
        CheckFailedException.Unless(verdict.Result is IdentityResult.Expired, $"a code for another case was called {verdict.Result}");
        return Finding.Good("sent once, masked, worth nothing in another case");
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();

    private async Task NoRefundAsync(CancellationToken cancellationToken)
    {
        var refund = (await shop.GetAsync(Routes.Of(ShopRoutes.Refund, orders.Hold), cancellationToken)).Expect<Refund>();
        CheckFailedException.Unless(refund is { State: RefundState.None, AmountFen: 0 }, $"an order that was never paid back says {refund.State}, {refund.AmountFen} fen");
    }
}
