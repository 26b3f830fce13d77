using System.Text.Json;

namespace CardShop.Dialogs.Policies;

/// <summary>
/// Which carrier a mainland mobile number's segment (号段) was given to, from a data file that names its source and its date. Numbers move, and segments are given out
/// every year, so that it is a hint and proves nothing.
/// </summary>
internal static class NumberSegments
{
    private const string File = "CardShop.Dialogs.Policies.number-segments.json";
    private const int ShortestSegment = 3;
    private const int LongestSegment = 4;

    private static readonly (string Word, string Carrier)[] Words = [("移动", "mobile"), ("联通", "unicom"), ("电信", "telecom"), ("广电", "broadcast")];

    /// <summary>Four digits where a segment of three is shared.</summary>
    private static readonly Dictionary<string, string> Given = Read();

    /// <summary>A number's segment and its carrier, by the end of its name's key; no carrier when it was given to none that is known.</summary>
    /// <param name="phone">A number of eleven digits.</param>
    public static (string Segment, string? Carrier) Of(string phone) =>
        Given.TryGetValue(phone[..LongestSegment], out var carrier) ? (phone[..LongestSegment], carrier) : (phone[..ShortestSegment], Given.GetValueOrDefault(phone[..ShortestSegment]));

    /// <summary>The carrier that a product's name names; null when it names none.</summary>
    public static string? CarrierNamedIn(string? product) =>
        product is null ? null : Words.FirstOrDefault(known => product.Contains(known.Word, StringComparison.Ordinal)).Carrier;

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(NumberSegments).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The assembly lacks {File}.");
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.GetProperty("segments").EnumerateObject()
            .SelectMany(carrier => carrier.Value.GetString()!.Split(' ').Select(segment => (segment, carrier.Name)))
            .ToDictionary(pair => pair.segment, pair => pair.Name);
    }
}
