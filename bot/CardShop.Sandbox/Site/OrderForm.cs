using System.Text.RegularExpressions;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;

namespace CardShop.Sandbox.Site;

/// <summary>Checks the order form and makes the order, unpaid. It checks what a shop can: a well-written account that is somebody else's passes, and makes a case.</summary>
internal sealed partial class OrderForm(Catalogue catalogue, PaymentWays payments, AccountBook accounts)
{
    public ShopOrder Fill(NewSiteOrder form, string? customerId, DateTimeOffset now)
    {
        var product = catalogue.Find(Check.Word(form.Product, "product"));
        Check.That(product is not null, "product is one that the shop sells.");
        var price = product.PriceOf(Check.Word(form.Denomination, "denomination"));
        Check.That(price is not null, "denomination is one of the product's.");
        Check.That(form.Quantity is >= 1 and <= 10, "quantity is from 1 to 10.");
        var target = TargetOf(form.Target ?? new Target(), product);
        var (contact, password) = (Check.WordOrNull(form.Contact, "contact"), Check.WordOrNull(form.QueryPassword, "queryPassword"));
        Check.That(customerId is not null || (contact ?? password) is not null, "A guest gives a contact or a queryPassword.");
        var owner = accounts.Check(target, customerId).Owner;
        var number = OrderNumbers.Order(now);
        return new ShopOrder
        {
            OrderNo = number,
            PaymentNo = OrderNumbers.Payment(now),
            MerchantNo = OrderNumbers.Merchant(now),
            CustomerId = customerId,
            CreatedAt = now,
            Contact = contact,
            QueryPasswordHash = password is null ? null : GuestProof.Hash(number, password),
            SubmittedKey = $"{customerId ?? "guest"}/{Check.Word(form.SubmittedKey, "submittedKey")}",
            State = new OrderState
            {
                Product = product.Name,
                Denomination = form.Denomination.Trim(),
                Quantity = form.Quantity,
                AmountFen = price.Value * form.Quantity,
                Account = target.Account,
                Phone = target.Phone,
                Region = target.Region,
                TargetOwner = owner,
                IdentityBound = owner is TargetOwner.Self,
                Goods = product.Goods,
                Fulfilment = product.Fulfilment,
                PaymentMethod = payments.Usual,
            },
        };
    }

    private static Target TargetOf(Target given, CatalogueProduct product)
    {
        var phone = Field("phone", given.Phone);
        Check.That(phone is null || ElevenDigits().IsMatch(phone), "target.phone has 11 digits.");
        var region = Field("region", given.Region);
        Check.That(region is null || product.Regions.Contains(region), "target.region is one of the product's.");
        return new Target(Field("account", given.Account), phone, region);

        string? Field(string name, string? value) => product.TargetFields.Contains(name) ? Check.Word(value, $"target.{name}") : null;
    }

    [GeneratedRegex("^[0-9]{11}$")]
    private static partial Regex ElevenDigits();
}
