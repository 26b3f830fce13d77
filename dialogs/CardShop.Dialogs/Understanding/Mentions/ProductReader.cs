using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Products by the names of the lexicon. Names that touch are one name (移动话费); handed on as typed.</summary>
internal sealed class ProductReader(WordSet names) : IMentionReader
{
    /// <inheritdoc />
    public Reading? Read(Surroundings here, int at)
    {
        if (names.Longest(here.Text, at) is not { } first)
            return null;
        var end = at + first.Length;
        while (NextStart(here, end) is var start && names.Longest(here.Text, start) is { } next)
            end = start + next.Length;
        return new Reading(end, new Mention(at, end, MentionKinds.Product, here.Text.Kept[at..end], Clear: true));
    }

    /// <summary>王者荣耀的点券 is one product.</summary>
    private static int NextStart(Surroundings here, int end) => here.Text.At(end) == '的' ? end + 1 : here.SkipSpace(end);
}
