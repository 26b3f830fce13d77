namespace CardShop.Dialogs.Replies;

/// <summary>Writes a value in short groups, so that it can be compared stretch by stretch (rule H2): 138 1234 5678.</summary>
internal static class Grouping
{
    private const int Group = 4;
    private const int Phone = 11;

    /// <summary>The value in groups; what is no plain number or name is left alone.</summary>
    public static string Of(string value)
    {
        if (value.Length <= Group + 1 || !value.All(char.IsAsciiLetterOrDigit))
        {
            return value;
        }

        // A mobile number is known by its first three.
        var first = value.Length == Phone && value[0] == '1' && value.All(char.IsAsciiDigit) ? 3 : Group;
        var groups = new List<string> { value[..first] };
        for (var at = first; at < value.Length;)
        {
            // One letter left alone is overlooked.
            var length = value.Length - at <= Group + 1 ? value.Length - at : Group;
            groups.Add(value.Substring(at, length));
            at += length;
        }

        return string.Join(' ', groups);
    }
}
