namespace CardShop.Dialogs.Replies;

/// <summary>Hides personal data on screen: 138****5678.</summary>
public static class Masking
{
    /// <summary>Keeps enough of a value for its owner to recognise it, and hides the middle.</summary>
    public static string Mask(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? Middle(value[..at]) + value[at..] : Middle(value);
    }

    private static string Middle(string value) => value.Length switch
    {
        <= 2 => new string('*', value.Length),
        <= 4 => $"{value[0]}**{value[^1]}",
        <= 7 => $"{value[..2]}***{value[^2..]}",
        _ => $"{value[..3]}****{value[^4..]}",
    };
}
