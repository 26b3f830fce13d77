using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>
/// Products: names of the shop's list, and names composed of a brand, what kind of it, and what is sold (百度网盘超级会员, QQ飞车的点券, Xbox gift card).
/// Handed on as typed. Words that half of all messages hold (会员, 皮肤, QQ) are a product only where a counterpart says so.
/// </summary>
internal sealed class ProductReader(GoodsWords words) : IMentionReader
{
    private const int MostParts = 6;

    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (here.Text.SplitsWord(at) || words.Not.Longest(here.Text, at) is not null)
            return null;
        var end = at;
        var isClear = false;
        var parts = 0;
        var counts = false;
        for (var start = at; parts < MostParts; parts++)
        {
            var (length, part) = Longest(here, start);
            if (length == 0 || (parts > 0 && words.Not.Longest(here.Text, start) is not null))
                break;
            if (part == Part.Qualifier)
            {
                // 黄金 or 手机 is part of a name only before what it qualifies.
                var isLast = Longest(here, NextStart(here, start + length)).Length == 0;
                if (isLast && !counts)
                    return null;
                if (isLast && (here.Text.At(start - 1) == '的' || words.Loose.Longest(here.Text, start) is not null))
                    break;
            }

            isClear |= part is Part.Clear || (part == Part.Vague && counts);
            counts |= part is not Part.Qualifier;
            end = start + length;
            start = NextStart(here, end);
        }

        return counts && (isClear || !words.Bound.Contains(here.Text.Plain[at..end])) ? new Reading(end, new Mention(at, end, MentionKinds.Product, here.Text.Kept[at..end], isClear)) : null;
    }

    private (int Length, Part Part) Longest(Surroundings here, int at)
    {
        var clear = words.Clear.Longest(here.Text, at)?.Length ?? 0;
        var vague = words.Vague.Longest(here.Text, at)?.Length ?? 0;
        var qualifier = words.Qualifiers.Longest(here.Text, at)?.Length ?? 0;
        if (clear >= vague && clear >= qualifier && clear > 0)
            return (clear, Part.Clear);
        return vague >= qualifier ? (vague, Part.Vague) : (qualifier, Part.Qualifier);
    }

    /// <summary>王者荣耀的点券 is one product.</summary>
    private static int NextStart(Surroundings here, int end)
    {
        if (here.Text.At(end) == '的')
            return end + 1;
        // Between Chinese words a space stands for a comma.
        return here.Text.At(end) == ' ' && here.Text.At(end - 1).IsHan() && here.Text.At(end + 1).IsHan() ? end : here.SkipSpace(end);
    }

    private enum Part
    {
        Clear,
        Vague,
        Qualifier,
    }
}
