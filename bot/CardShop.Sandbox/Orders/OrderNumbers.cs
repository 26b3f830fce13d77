using System.Globalization;
using System.Security.Cryptography;

namespace CardShop.Sandbox.Orders;

/// <summary>The three numbers of an order. Each carries the day in the shop's time zone, as such numbers do, and says nothing about how many there are.</summary>
internal static class OrderNumbers
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Eight digits: with six, a few thousand orders of one day would hardly fail to meet.</summary>
    public static string Order(DateTimeOffset at) => "KM" + Day(at) + Digits(8);

    public static string Payment(DateTimeOffset at) => "42000" + Day(at) + Digits(12);

    public static string Merchant(DateTimeOffset at) => "M" + Day(at) + Digits(8);

    private static string Day(DateTimeOffset at) => at.ToOffset(China).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Digits(int count) => RandomNumberGenerator.GetString("0123456789", count);
}
