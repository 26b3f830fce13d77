using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Puts what was named into the entities that are handed on (LABELS.md, Entities).</summary>
internal static class EntityAssembly
{
    /// <summary>Assembles the entities of one message.</summary>
    /// <param name="mentions">What was named.</param>
    /// <param name="changes">Which of it are the two sides of a change.</param>
    /// <param name="asked">What the bot has just asked for.</param>
    /// <param name="takesUnclear">Whether numbers count that nothing says the meaning of, because a value is being set right (不对，是67890).</param>
    public static Entities Of(MentionMap mentions, IReadOnlyList<Change> changes, Asks? asked, bool takesUnclear)
    {
        var paired = changes.SelectMany(change => new[] { change.From, change.To }).OfType<Mention>().ToHashSet();
        var plain = mentions.All
            .Where(mention => !paired.Contains(mention) && !paired.Any(side => mention.Start >= side.Start && mention.End <= side.End) && mention.Kinds != MentionKinds.Count && (mention.Clear || takesUnclear || Answers(mention, asked)))
            .Select(mention => (Kind: KindResolver.Of(mention.Kinds, asked), Mention: mention))
            .ToList();
        return new Entities
        {
            // In “not A but B” only B is meant.
            OrderNos = [.. OrderNumbers(plain, changes)],
            Phone = Named(MentionKinds.Phone, plain, changes),
            Account = Named(MentionKinds.Account, plain, changes),
            Region = Named(MentionKinds.Region, plain, changes),
            Product = Named(MentionKinds.Product, plain, changes),
            Amount = Named(MentionKinds.Amount, plain, changes),
            Currency = mentions.All.Select(mention => mention.Currency).FirstOrDefault(currency => currency is not null),
        };
    }

    private static bool Answers(Mention mention, Asks? asked) => (mention.Kinds & KindResolver.Wanted(asked)) != 0;

    private static IEnumerable<string> OrderNumbers(List<(MentionKinds Kind, Mention Mention)> plain, IReadOnlyList<Change> changes) =>
        plain.Where(item => item.Kind == MentionKinds.Order).Select(item => item.Mention)
            .Concat(changes.Where(change => change.Kind == MentionKinds.Order).Select(change => change.To))
            .OrderBy(mention => mention.Start)
            .Select(mention => mention.Value)
            .Distinct();

    private static Named Named(MentionKinds kind, List<(MentionKinds Kind, Mention Mention)> plain, IReadOnlyList<Change> changes)
    {
        if (changes.FirstOrDefault(change => change.Kind == kind) is { } change)
            return new Named(null, change.From?.Value, change.To.Value);
        return new Named(plain.FirstOrDefault(item => item.Kind == kind).Mention?.Value, null, null);
    }
}
