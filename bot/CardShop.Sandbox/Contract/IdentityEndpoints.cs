using System.Text.RegularExpressions;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Orders;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;

namespace CardShop.Sandbox.Contract;

/// <summary>A code to the phone that an order was registered with (rule E3). The demo shop sends no text messages: a control shows what would have been sent.</summary>
internal static partial class IdentityEndpoints
{
    public static async Task<IResult> SendAsync(string orderNo, HttpContext http, Books books, IdentityCodes codes, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync<IdentityCodeRequest>();
        var (number, attempt) = (Check.Word(request.CaseNumber, "caseNumber"), Check.Word(request.Attempt, "attempt"));
        var phone = PhoneOf(await books.OrderAsync(orderNo, cancellationToken));
        codes.Send(orderNo, number, attempt);
        return Answer.Ok(new IdentityCodeSent(Masking.Mask(phone), (int)IdentityCodes.Lifetime.TotalSeconds));
    }

    public static async Task<IResult> CheckAsync(string orderNo, HttpContext http, Books books, IdentityCodes codes, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync<IdentityCheckRequest>();
        Check.That(SixDigits().IsMatch(request.Code), "code has six digits.");
        _ = PhoneOf(await books.OrderAsync(orderNo, cancellationToken));
        return Answer.Ok(codes.Check(orderNo, Check.Word(request.CaseNumber, "caseNumber"), Check.Word(request.Attempt, "attempt"), request.Code));
    }

    /// <summary>A guest's contact is what the order was registered with; it may be a mail address, which no code goes to.</summary>
    private static string PhoneOf(ShopOrder order) => order.Contact is { } contact && Mobile().IsMatch(contact)
        ? contact
        : throw new ProblemException(501, "not_supported", "The order was registered without a phone.");

    [GeneratedRegex("^1[0-9]{10}$")]
    private static partial Regex Mobile();

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex SixDigits();
}
