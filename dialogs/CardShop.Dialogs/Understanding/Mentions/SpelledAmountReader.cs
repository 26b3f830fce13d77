using System.Globalization;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Amounts written out in English: a hundred kuai, two hundred and fifty yuan, fifty quid. What counts something else (twenty minutes) names nothing.</summary>
internal sealed class SpelledAmountReader : IMentionReader
{
    private const int LeastAlone = 10;
    private const int Hundred = 100;
    private const int Thousand = 1000;

    private static readonly Dictionary<string, int> Values = new (string Word, int Value)[]
    {
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13), ("fourteen", 14),
        ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18), ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fourty", 40), ("fifty", 50), ("sixty", 60), ("seventy", 70),
        ("eighty", 80), ("ninety", 90),
    }.ToDictionary(pair => pair.Word, pair => pair.Value);

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByWord = Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!char.IsAsciiLetter(here.Text.At(at)) || char.IsAsciiLetterOrDigit(here.Text.At(at - 1)) || ReadNumber(here, at) is not ( > 0 and var value, var end))
            return null;
        var behind = here.SkipSpace(end);
        var unit = here.Words.CurrencyWords.Longest(here.Text, behind);
        if (unit is null && (value < LeastAlone || here.Words.OtherCounters.Longest(here.Text, behind) is not null || IsOfClock(here, at, behind)))
            return null;
        var digits = value.ToString(CultureInfo.InvariantCulture);
        return unit is null
            ? new Reading(end, new Mention(at, end, MentionKinds.Amount | MentionKinds.Count, digits, Clear: value >= Hundred))
            : new Reading(behind + unit.Length, new Mention(at, behind + unit.Length, MentionKinds.Amount, digits, Clear: true, here.Words.Currencies[unit]));
    }

    /// <summary>ten past nine, twenty to six, at ten.</summary>
    private static bool IsOfClock(Surroundings here, int at, int behind) =>
        here.Text.StartsWith("past", behind) || here.Text.StartsWith("to ", behind) || here.Text.StartsWith("o'clock", behind) || here.Text.StartsWith("ish", behind)
        || here.Text.EndsWith("at ", at) || here.Text.EndsWith("past ", at) || here.Text.EndsWith("to ", at) || here.Text.EndsWith("around ", at);

    private static (int Value, int End) ReadNumber(Surroundings here, int at)
    {
        var (total, part, end) = (0, 0, at);
        for (var next = at; WordAt(here, next) is { Length: > 0 } word; next = NextWord(here, end))
        {
            if (ByWord.TryGetValue(word, out var value) && (part == 0 || part % Hundred == 0 || (part % Hundred >= 20 && part % 10 == 0 && value < 10)))
                part += value;
            else if (word is "hundred" && part is > 0 and < Hundred)
                part *= Hundred;
            else if (word is "thousand" or "grand" or "k" && part > 0 && total == 0)
                (total, part) = (part * Thousand, 0);
            else if (word is "a" && end == at && WordAt(here, here.SkipSpace(next + 1)) is "hundred" or "thousand" or "grand")
                part = 1;
            else
                break;
            end = next + word.Length;
        }

        return (total + part, end);
    }

    private static ReadOnlySpan<char> WordAt(Surroundings here, int at)
    {
        var end = at;
        while (char.IsAsciiLetter(here.Text.At(end)))
            end++;
        return at < here.Text.Plain.Length ? here.Text.Plain.AsSpan(at, end - at) : default;
    }

    /// <summary>Behind a space or a hyphen, and behind the “and” of two hundred and fifty.</summary>
    private static int NextWord(Surroundings here, int end)
    {
        var next = here.Text.At(end) is ' ' or '-' ? end + 1 : end;
        return next > end && here.Text.StartsWith("and ", next) && here.Text.EndsWith("hundred", end) ? next + "and ".Length : next;
    }
}
