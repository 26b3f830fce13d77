namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>Finds the tags of a whole message that fit together best (Viterbi).</summary>
internal static class TagDecoder
{
    private const int Sides = 4;
    private const int FirstBegin = Sides;
    private const int FirstGoOn = FirstBegin + EntityRoles.Count;
    private const int States = FirstGoOn + EntityRoles.Count - TagSet.FirstLong;
    private const float Never = -1e9f;

    /// <summary>A tag for each token, as scores are numbered.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="scores">A row for each token.</param>
    /// <param name="transitions">What may follow what, and how gladly: <see cref="TagSet.Befores"/> times <see cref="TagSet.Afters"/>.</param>
    public static int[] Decode(IReadOnlyList<Token> tokens, ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions)
    {
        var count = tokens.Count;
        var tags = new int[count];
        if (count == 0)
            return tags;
        var from = new byte[count * States];
        Span<float> best = stackalloc float[States];
        Span<float> next = stackalloc float[States];
        best.Fill(Never);
        best[0] = 0;
        for (var at = 0; at < count; at++)
        {
            Step(tokens[at], at > 0 && tokens[at - 1].Number?.Currency is null, scores.Slice(at * TagSet.Row, TagSet.Row), transitions, best, next, from.AsSpan(at * States, States));
            next.CopyTo(best);
        }

        var state = 0;
        for (var one = 1; one < States; one++)
            state = best[one] > best[state] ? one : state;
        for (var at = count - 1; at >= 0; at--)
        {
            tags[at] = TagOf(state);
            state = from[(at * States) + state];
        }

        return tags;
    }

    /// <summary>The state before, as transitions are numbered, that tags up to a token lead to.</summary>
    public static int Before(ReadOnlySpan<int> tags, int at)
    {
        var role = at == 0 ? -1 : RoleOf(tags[at - 1]);
        if (role >= 0)
            return Sides + role;
        for (var earlier = at - 2; earlier >= 0; earlier--)
        {
            if (RoleOf(tags[earlier]) is >= 0 and var last)
                return (int)EntityRoles.SideOf((EntityRole)last);
        }

        return 0;
    }

    /// <summary>The role of a tag; -1 outside.</summary>
    public static int RoleOf(int tag) => tag switch
    {
        TagSet.Outside => -1,
        <= EntityRoles.Count => tag - 1,
        _ => tag - 1 - EntityRoles.Count + TagSet.FirstLong,
    };

    private static void Step(in Token token, bool canGoOn, ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, ReadOnlySpan<float> best, Span<float> next, Span<byte> from)
    {
        next.Fill(Never);
        for (var state = 0; state < States; state++)
        {
            if (best[state] <= Never / 2)
                continue;
            var role = RoleOf(TagOf(state));
            var before = role < 0 ? state : Sides + role;
            var row = transitions.Slice(before * TagSet.Afters, TagSet.Afters);
            var outside = role < 0 ? state : (int)EntityRoles.SideOf((EntityRole)role);
            Offer(outside, best[state] + scores[TagSet.Outside] + row[0], state, next, from);
            for (var roles = token.Roles; roles != 0; roles &= roles - 1)
            {
                var begun = System.Numerics.BitOperations.TrailingZeroCount(roles);
                Offer(FirstBegin + begun, best[state] + scores[TagSet.Begin(begun)] + row[1 + begun], state, next, from);
            }

            if (role >= 0 && TagSet.IsLong(role) && canGoOn && (token.Roles >> role & 1) != 0)
                Offer(FirstGoOn + role - TagSet.FirstLong, best[state] + scores[TagSet.GoOn(role)], state, next, from);
        }
    }

    private static void Offer(int state, float score, int before, Span<float> next, Span<byte> from)
    {
        if (score <= next[state])
            return;
        next[state] = score;
        from[state] = (byte)before;
    }

    private static int TagOf(int state) => state < FirstBegin ? TagSet.Outside : state < FirstGoOn ? TagSet.Begin(state - FirstBegin) : TagSet.GoOn(state - FirstGoOn + TagSet.FirstLong);
}
