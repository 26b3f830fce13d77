namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What a thing beside another tells of it: 移动 200 names an amount, and what 和 joins to an order number is one too.</summary>
internal static class Neighbours
{
    private const int LongestJoint = 3;

    /// <summary>The mention, read in the light of the one before it.</summary>
    public static Mention Settle(Surroundings here, List<Mention> before, Mention mention)
    {
        if (before.Count == 0)
            return mention;
        var last = before[^1];
        var gap = mention.Start - last.End;
        if (gap is < 0 or > LongestJoint + 2)
            return mention;
        if (last.Clear && last.Kinds == MentionKinds.Order && mention.Kinds.HasFlag(MentionKinds.Order) && IsJoint(here, last.End, mention.Start))
            return mention with { Kinds = MentionKinds.Order, Clear = true };
        // 移动 200, 138… 50: a number right behind what was bought, or for whom, is how much.
        var isBeside = gap == 0 || (gap == 1 && here.Text.At(last.End) == ' ');
        var isBought = last.Kinds is MentionKinds.Product || last.Kinds.HasFlag(MentionKinds.Phone);
        return isBeside && isBought && !mention.Clear && mention.Kinds.HasFlag(MentionKinds.Amount) && mention.End - mention.Start > 1
            ? mention with { Kinds = MentionKinds.Amount, Clear = true }
            : mention;
    }

    private static bool IsJoint(Surroundings here, int start, int end)
    {
        var from = here.SkipSpace(start);
        var joint = here.Words.Joints.Longest(here.Text, from);
        return joint is not null && here.SkipSpace(from + joint.Length) == end;
    }
}
