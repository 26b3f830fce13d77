using System.Text.RegularExpressions;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Demo;

namespace CardShop.Sandbox.Orders;

/// <summary>
/// What the shop knows of accounts and phone numbers: whose they are, and which don't exist (<c>Demo/customers.json</c>). Of all others it knows nothing, and says so.
/// </summary>
internal sealed partial class AccountBook(DemoCustomers demo)
{
    public static AccountBook Load() => new(DemoFiles.Customers());

    public IReadOnlyList<DemoCustomer> Customers => demo.Customers;

    public DemoCustomer? Find(string? customerId) => demo.Customers.FirstOrDefault(customer => customer.Id == customerId);

    public TargetCheck Check(Target target, string? customerId)
    {
        if (target.Phone is { } phone && (!MobileNumber().IsMatch(phone) || demo.Vacant.Contains(phone)))
        {
            return new TargetCheck(TargetOwner.Invalid, null);
        }

        if (target.Account is { } account && (!AccountName().IsMatch(account) || demo.Vacant.Contains(account)))
        {
            return new TargetCheck(TargetOwner.Invalid, null);
        }

        var holder = demo.Customers.FirstOrDefault(customer => customer.Accounts.Any(bound => bound == target.Account || bound == target.Phone));
        return holder switch
        {
            null => new TargetCheck(TargetOwner.Unknown, null),
            _ when holder.Id == customerId => new TargetCheck(TargetOwner.Self, Mask(holder.Nickname)),
            _ => new TargetCheck(TargetOwner.Stranger, Mask(holder.Nickname)),
        };
    }

    private static string Mask(string nickname) => nickname[..1] + "*";

    [GeneratedRegex(@"^1[3-9][0-9]{9}$")]
    private static partial Regex MobileNumber();

    [GeneratedRegex(@"^[^\s\p{C}]{3,64}$")]
    private static partial Regex AccountName();
}
