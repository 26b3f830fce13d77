namespace CardShop.Dialogs.Policies;

/// <summary>Which carrier a mainland mobile number's segment (号段) was given to. Numbers move, so that it is a hint and proves nothing.</summary>
internal static class NumberSegments
{
    private const string Mobile = "mobile";
    private const string Unicom = "unicom";
    private const string Telecom = "telecom";
    private const string Broadcast = "broadcast";

    private static readonly (string Word, string Carrier)[] Words = [("移动", Mobile), ("联通", Unicom), ("电信", Telecom), ("广电", Broadcast)];

    /// <summary>Four digits where a segment of three is shared.</summary>
    private static readonly Dictionary<string, string> Given = Table(
        (Mobile, "134 135 136 137 138 139 147 148 150 151 152 157 158 159 165 172 178 182 183 184 187 188 195 197 198 1703 1705 1706"),
        (Unicom, "130 131 132 140 145 146 155 156 166 167 171 175 176 185 186 196 1704 1707 1708 1709"),
        (Telecom, "133 149 153 162 173 174 177 180 181 189 190 191 193 199 1349 1700 1701 1702"),
        (Broadcast, "192"));

    /// <summary>The carrier of a number's segment, by the end of its name's key; null when it was given to none that is known.</summary>
    public static string? CarrierOf(string phone) =>
        Given.TryGetValue(phone[..4], out var carrier) || Given.TryGetValue(phone[..3], out carrier) ? carrier : null;

    /// <summary>The carrier that a product's name names; null when it names none.</summary>
    public static string? CarrierNamedIn(string? product) =>
        product is null ? null : Words.FirstOrDefault(known => product.Contains(known.Word, StringComparison.Ordinal)).Carrier;

    private static Dictionary<string, string> Table(params (string Carrier, string Segments)[] rows) =>
        rows.SelectMany(row => row.Segments.Split(' ').Select(segment => (segment, row.Carrier))).ToDictionary(pair => pair.segment, pair => pair.Carrier);
}
