namespace CardShop.Dialogs.Understanding.Text;

/// <summary>Kinds of characters.</summary>
internal static class Characters
{
    /// <summary>Whether this is a Chinese character of the basic plane.</summary>
    public static bool IsHan(this char one) => one is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');

    /// <summary>Whether there is nothing but 0 to 9.</summary>
    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
