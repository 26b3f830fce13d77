using System.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Mobile numbers, however grouped: 13800001111, 138 0000 1111, 138-0000-1111, +86 138…</summary>
internal sealed class PhoneReader : IMentionReader
{
    private const int Length = 11;
    private const int ShortestFirstGroup = 3;

    private static readonly string[] CountryCodes = ["+86", "0086", "86"];

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        var plain = here.Text.Plain;
        if (plain[at] != '+' && !char.IsAsciiDigit(plain[at]))
            return null;
        if (char.IsAsciiLetterOrDigit(here.Text.At(at - 1)))
            return null;
        foreach (var code in CountryCodes)
        {
            if (here.Text.StartsWith(code, at) && ReadNumber(here, SkipSeparator(here, at + code.Length), at) is { } abroad)
                return abroad;
        }

        return ReadNumber(here, at, at);
    }

    private static Reading? ReadNumber(Surroundings here, int at, int start)
    {
        var digits = new StringBuilder(Length);
        var firstGroup = 0;
        while (digits.Length < Length)
        {
            var one = here.Text.At(at);
            if (char.IsAsciiDigit(one))
            {
                digits.Append(one);
                at++;
            }
            else if (digits.Length > 0 && one is ' ' or '-' && char.IsAsciiDigit(here.Text.At(at + 1)))
            {
                firstGroup = firstGroup == 0 ? digits.Length : firstGroup;
                at++;
            }
            else
            {
                return null;
            }
        }

        var number = digits.ToString();
        if (char.IsAsciiLetterOrDigit(here.Text.At(at)) || number[0] != '1' || number[1] < '3' || firstGroup is > 0 and < ShortestFirstGroup)
            return null;
        if (here.Follows(here.Words.Nothing, start) || here.Follows(here.Words.Order, start))
            return null;
        // The number may also be the name of an account, where one was asked for or a login is spoken of.
        var kinds = here.Follows(here.Words.Login, start) ? MentionKinds.Account : MentionKinds.Phone | MentionKinds.Account;
        return new Reading(at, new Mention(start, at, kinds, number, Clear: true));
    }

    private static int SkipSeparator(Surroundings here, int at) => here.Text.At(at) is ' ' or '-' ? at + 1 : at;
}
