namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Order numbers whose letters would read as something else by themselves: JD88213407, HK-0415-6620, QB-7738-2291.</summary>
internal sealed class PrefixedCodeReader(IMentionReader codes) : IMentionReader
{
    private const int FewestLetters = 2;
    private const int MostLetters = 4;
    private const int FewestDigits = 5;
    private const int FewestGroupedDigits = 2;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!IsCapital(here, at) || char.IsAsciiLetterOrDigit(here.Text.At(at - 1)))
            return null;
        var end = at;
        while (end - at <= MostLetters && IsCapital(here, end))
            end++;
        if (end - at is < FewestLetters or > MostLetters)
            return null;
        var isGrouped = here.Text.At(end) is '-' or '/';
        var digits = isGrouped ? end + 1 : end;
        var last = digits;
        while (char.IsAsciiDigit(here.Text.At(last)))
            last++;
        // RM30 and USD 25 are money, QQ12345678 is an account.
        var isName = !isGrouped && (here.Words.CurrencyWords.Longest(here.Text, at) is not null || here.Words.Login.Contains(here.Text.Plain[at..end]));
        return !isName && last - digits >= (isGrouped ? FewestGroupedDigits : FewestDigits) ? codes.Read(here, at) : null;
    }

    private static bool IsCapital(Surroundings here, int at) => here.Text.At(at) != '\n' && char.IsAsciiLetterUpper(here.Text.Kept[at]);
}
