using System.Text;
using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Order numbers typed in groups: 单号 2026 0412 7781. Only where an order is spoken of or asked for.</summary>
internal sealed class GroupedOrderReader : IMentionReader
{
    private const int ShortestNumber = 8;
    private const int LongestNumber = 32;
    private const int ShortestGroup = 1;
    private const int LongestGroup = 8;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (!char.IsAsciiDigit(here.Text.At(at)) || char.IsAsciiLetterOrDigit(here.Text.At(at - 1)))
            return null;
        var digits = new StringBuilder(LongestNumber);
        var groups = 0;
        var end = at;
        for (var next = at; char.IsAsciiDigit(here.Text.At(next)) && digits.Length < LongestNumber; groups++)
        {
            var group = next;
            while (char.IsAsciiDigit(here.Text.At(group)))
                group++;
            if (group - next is < ShortestGroup or > LongestGroup || IsWordOrUnit(here, group))
                break;
            digits.Append(here.Text.Plain, next, group - next);
            end = group;
            if (here.Text.At(group) != ' ')
            {
                groups++;
                break;
            }

            next = group + 1;
        }

        if (groups < 2 || digits.Length is < ShortestNumber or > LongestNumber)
            return null;
        var isOrder = here.Follows(here.Words.Order, at) || (here.Asked == Asks.Order && here.IsWhole(at, end));
        var isAccount = !isOrder && here.Follows(here.Words.Account, at) && digits.Length != 11;
        if (!isOrder && !isAccount)
            return null;
        var kind = isOrder ? MentionKinds.Order : MentionKinds.Account;
        return new Reading(end, new Mention(at, end, kind, isOrder ? digits.ToString() : here.Text.Kept[at..end], Clear: true));
    }

    private static bool IsWordOrUnit(Surroundings here, int at) => here.Text.At(at) is ':' or '-' or '/' or '.' || char.IsAsciiLetter(here.Text.At(at)) || here.Words.OtherCounters.Longest(here.Text, at) is not null
        || here.Words.CurrencyWords.Longest(here.Text, at) is not null;
}
