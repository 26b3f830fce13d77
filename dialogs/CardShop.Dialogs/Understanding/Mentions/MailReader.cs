using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>E-mail addresses, which some accounts are named by.</summary>
internal sealed class MailReader : IMentionReader
{
    private const int LongestLocalPart = 64;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!char.IsAsciiLetterOrDigit(here.Text.At(at)) || IsLocal(here.Text.At(at - 1)))
            return null;
        var end = EndOfDomain(here.Text, EndOfLocal(here.Text, at));
        if (end <= at)
            return null;
        var mention = here.IsContact(at, end) ? null : new Mention(at, end, MentionKinds.Account, here.Text.Kept[at..end], Clear: true);
        return new Reading(end, mention);
    }

    private static bool IsLocal(char one) => char.IsAsciiLetterOrDigit(one) || one is '_' or '.' or '+' or '-';

    private static int EndOfLocal(FoldedText text, int at)
    {
        var end = at;
        while (end - at < LongestLocalPart && IsLocal(text.At(end)))
            end++;
        return end;
    }

    /// <summary>The end of what follows the @; 0 when no domain does.</summary>
    private static int EndOfDomain(FoldedText text, int at)
    {
        if (text.At(at) != '@')
            return 0;
        var dots = 0;
        for (at++; char.IsAsciiLetterOrDigit(text.At(at)) || (text.At(at) is '.' or '-' && char.IsAsciiLetterOrDigit(text.At(at + 1))); at++)
            dots += text.At(at) == '.' ? 1 : 0;
        return dots > 0 ? at : 0;
    }
}
