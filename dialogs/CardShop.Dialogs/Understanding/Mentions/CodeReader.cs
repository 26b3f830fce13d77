using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Order numbers and accounts: runs of letters, digits and a few signs. What they are follows from their shape and the words before them.</summary>
internal sealed class CodeReader : IMentionReader
{
    private const int LongestCode = 64;
    private const int ShortestName = 3;
    private const int ShortestHashed = 4;
    private const int LongestHashed = 6;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!IsCodeCharacter(here.Text.At(at)) || IsCodeCharacter(here.Text.At(at - 1)))
            return null;
        var end = EndOfCode(here.Text, at);
        var code = here.Text.Kept[at..end];
        if (end - at > LongestCode)
            return new Reading(end, null);
        // #A7F2 is a number only by its sign, which is handed on.
        if (IsHashed(here, at, code))
            return new Reading(end, new Mention(at, end, MentionKinds.Order, '#' + code, Clear: true));
        var kinds = Kinds(here, at, end, code, out var clear);
        return new Reading(end, kinds == MentionKinds.None ? null : new Mention(at, end, kinds, code, clear));
    }

    private static bool IsHashed(Surroundings here, int at, string code) =>
        here.Text.At(at - 1) == '#' && !char.IsAsciiLetterOrDigit(here.Text.At(at - 2)) && code.Length is >= ShortestHashed and <= LongestHashed
        && code.Any(char.IsAsciiDigit) && code.Any(char.IsAsciiLetterUpper) && code.All(one => char.IsAsciiDigit(one) || char.IsAsciiLetterUpper(one));

    private static MentionKinds Kinds(Surroundings here, int at, int end, string code, out bool clear)
    {
        clear = true;
        var shape = CodeShape.Of(code);
        var led = here.Follows(here.Words.Account, at);
        if (shape == CodeShape.Word)
            return NamedByWord(here, at, end, code, led, out clear);
        if (here.Follows(here.Words.Nothing, at) || (here.Words.Hotlines.Contains(code) && !here.IsWhole(at, end)))
            return MentionKinds.None;
        if (here.Follows(here.Words.Order, at) && code.Length >= CodeShape.ShortestOrderNumber)
            return MentionKinds.Order;
        if (shape == CodeShape.ResidentId)
            return here.Asked == Asks.Order ? MentionKinds.Order : MentionKinds.None;
        if (led || here.Follows(here.Words.Login, at))
            return here.IsContact(at, end) ? MentionKinds.None : MentionKinds.Account;
        if (here.IsContact(at, end) && shape.MayBeAccount)
            return MentionKinds.None;
        clear = shape.SpeaksForItself;
        return shape == CodeShape.Server && here.Asked is Asks.Account or Asks.Target ? MentionKinds.Account : shape.Kinds;
    }

    /// <summary>A run of letters is a name only where one is expected: after 账号, after a colon, or alone where one was asked for.</summary>
    private static MentionKinds NamedByWord(Surroundings here, int at, int end, string code, bool led, out bool clear)
    {
        var before = here.Text.At(at - 1) == ' ' ? here.Text.At(at - 2) : here.Text.At(at - 1);
        var isAskedFor = here.IsWhole(at, end) && here.Asked is Asks.Account or Asks.Target or Asks.Contact;
        clear = led && (here.Text.At(at - 1).IsHan() || before is ':' or '=');
        var isName = code.Length >= ShortestName && !here.Words.NotNames.Contains(here.Text.Plain[at..end]);
        return isName && (clear || isAskedFor) ? MentionKinds.Account : MentionKinds.None;
    }

    private static bool IsCodeCharacter(char one) => char.IsAsciiLetterOrDigit(one) || one == '_';

    private static int EndOfCode(FoldedText text, int at)
    {
        while (IsCodeCharacter(text.At(at)) || JoinsDigits(text, at))
            at++;
        return at;
    }

    /// <summary>CS-261122-7K3QF, KM-TW-02, MY/2026/0717 and STEAM_0:1:123 are one code each.</summary>
    private static bool JoinsDigits(FoldedText text, int at)
    {
        if (!char.IsAsciiLetterOrDigit(text.At(at - 1)))
            return false;
        var isDigitNext = char.IsAsciiDigit(text.At(at + 1));
        return text.At(at) switch
        {
            '-' => isDigitNext || (char.IsAsciiLetter(text.At(at + 1)) && (char.IsAsciiDigit(text.At(at - 1)) || (IsCapital(text, at - 1) && IsCapital(text, at + 1)))),
            '.' => isDigitNext || (char.IsAsciiLetter(text.At(at + 1)) && char.IsAsciiLetter(text.At(at - 1))),
            '/' => isDigitNext && (IsCapital(text, at - 1) || char.IsAsciiDigit(text.At(at - 1))),
            ':' => isDigitNext,
            '#' => isDigitNext || char.IsAsciiLetter(text.At(at + 1)),
            _ => false,
        };
    }

    private static bool IsCapital(FoldedText text, int at) => char.IsAsciiLetterUpper(text.At(at) == '\n' ? ' ' : text.Kept[at]);
}
