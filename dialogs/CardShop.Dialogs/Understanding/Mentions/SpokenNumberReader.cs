using System.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Numbers read out digit by digit: 一三八零零…, 幺三八…, 1 3 8 0 0 …, also with spaces between the groups.</summary>
internal sealed class SpokenNumberReader : IMentionReader
{
    private const int Shortest = 5;
    private const int Longest = 20;
    private const int PhoneLength = 11;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (DigitAt(here, at) is null || DigitAt(here, at - 1) is not null || char.IsAsciiLetterOrDigit(here.Text.At(at - 1)))
            return null;
        var digits = new StringBuilder(Longest);
        var end = at;
        var spaced = char.IsAsciiDigit(here.Text.At(at));
        for (var next = at; digits.Length < Longest && DigitAt(here, next) is { } digit && spaced == char.IsAsciiDigit(here.Text.At(next));)
        {
            digits.Append(digit);
            end = next + 1;
            next = here.SkipSpace(end);
            // Arabic digits are read out only where every one stands alone.
            if (spaced && next == end)
                break;
        }

        if (digits.Length < Shortest || (spaced && digits.Length != PhoneLength) || char.IsAsciiLetterOrDigit(here.Text.At(end)))
            return null;
        var isPhone = digits.Length == PhoneLength && digits[0] == '1' && digits[1] >= '3';
        var kinds = isPhone ? MentionKinds.Phone | MentionKinds.Account : MentionKinds.Account | MentionKinds.Order;
        return new Reading(end, new Mention(at, end, kinds, digits.ToString(), Clear: true));
    }

    private static char? DigitAt(Surroundings here, int at) => here.Text.At(at) switch
    {
        '幺' => '1',
        '两' => null,
        var one when char.IsAsciiDigit(one) => one,
        var one => ChineseNumber.DigitOf(one) is { } digit ? (char)('0' + digit) : null,
    };
}
