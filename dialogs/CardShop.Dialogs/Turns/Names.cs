using System.Globalization;
using System.Text.Json;

namespace CardShop.Dialogs.Turns;

/// <summary>How values are spelt in keys of the text catalogue and in its facts.</summary>
internal static class Names
{
    /// <summary>A value of an enumeration as a key has it: <c>wrong_account</c>.</summary>
    public static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>A plain number.</summary>
    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
