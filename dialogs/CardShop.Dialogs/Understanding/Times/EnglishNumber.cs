namespace CardShop.Dialogs.Understanding.Times;

/// <summary>Numbers as English speakers tell times: 5, twenty five, a couple of, half, 2 and a half, 7 or 8.</summary>
internal static class EnglishNumber
{
    private static readonly (string Word, double Value)[] Words =
    [
        ("a couple of", 2), ("a couple", 2), ("couple of", 2), ("a dozen", 12), ("half an", 0.5), ("half a", 0.5), ("half", 0.5), ("three quarters of an", 0.75), ("a quarter of an", 0.25), ("quarter of an", 0.25), ("an", 1), ("a", 1),
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
        ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50),
    ];

    private static readonly int FirstOne = Array.FindIndex(Words, entry => entry.Word == "one");

    /// <summary>Reads the number that starts here.</summary>
    public static Quantity? Read(TimeText text, int at)
    {
        if (ReadOne(text, at) is not { } first)
            return null;
        var behind = text.SkipSpaces(first.End);
        if (text.HasWord(behind, "or") && ReadOne(text, text.SkipSpaces(behind + 2)) is { } other && other.Low > first.Low && first.Low >= 1 && other.Low <= first.Low + 10)
            return new Quantity(first.Low, other.High, other.End);
        if (text.HasWord(behind, "and a half"))
            return new Quantity(first.Low + 0.5, first.High + 0.5, behind + "and a half".Length);
        return first;
    }

    private static Quantity? ReadOnes(TimeText text, int at)
    {
        for (var index = FirstOne; index < FirstOne + 9; index++)
        {
            var (word, value) = Words[index];
            if (text.HasWord(at, word))
                return new Quantity(value, value, at + word.Length);
        }

        return null;
    }

    private static Quantity? ReadOne(TimeText text, int at)
    {
        if (char.IsAsciiDigit(text.At(at)))
            return Quantity.Read(text, at);
        if (text.HasWord(at, "a few"))
            return new Quantity(2, 10, at + "a few".Length);
        foreach (var (word, value) in Words)
        {
            if (!text.HasWord(at, word))
                continue;
            var end = at + word.Length;
            if (value is >= 20 and <= 50 && text.At(end) is ' ' or '-' && ReadOnes(text, end + 1) is { } ones)
                return new Quantity(value + ones.Low, value + ones.Low, ones.End);
            return new Quantity(value, value, end);
        }

        return null;
    }
}
