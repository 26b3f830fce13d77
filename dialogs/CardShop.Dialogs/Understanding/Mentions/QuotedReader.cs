namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>
/// Names in quotation marks that are in no list (“剑胆琴心”, 【梦江南】). What they name follows from what the message speaks of: servers, accounts,
/// goods otherwise. Only a counterpart makes an entity of them.
/// </summary>
internal sealed class QuotedReader(OpenWords words) : IMentionReader
{
    private const int Shortest = 2;
    private const int Longest = 12;
    private const string Openings = "“「『【《\"";
    private const string Closings = "”」』】》\"";

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        var opening = Openings.IndexOf(here.Text.At(at - 1), StringComparison.Ordinal);
        if (opening < 0)
            return null;
        var end = at;
        while (end - at <= Longest && here.Text.At(end) is not '\n' && here.Text.At(end) != Closings[opening])
            end++;
        if (end - at is < Shortest or > Longest || here.Text.At(end) != Closings[opening] || !HasName(here, at, end))
            return null;
        return new Reading(end, new Mention(at, end, words.KindIn(here.Text), here.Text.Kept[at..end], Clear: false));
    }

    /// <summary>Letters or Chinese, and no number that reads as something else.</summary>
    private static bool HasName(Surroundings here, int at, int end)
    {
        for (var one = at; one < end; one++)
        {
            if (!char.IsLetterOrDigit(here.Text.At(one)))
                return false;
        }

        return char.IsLetter(here.Text.At(at)) && here.Words.CurrencyWords.Longest(here.Text, end - 1) is null && ChineseNumber.DigitOf(here.Text.At(at)) is null;
    }
}
