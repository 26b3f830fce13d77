using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>Puts what was tagged into the entities that are handed on.</summary>
internal static class TaggedEntities
{
    /// <summary>The entities of a message; the currency stays as the rules found it.</summary>
    public static Entities Of(Findings found, List<Token> tokens, ReadOnlySpan<int> tags)
    {
        var values = new string?[EntityRoles.Count];
        var orders = new List<string>();
        for (var at = 0; at < tokens.Count; at++)
        {
            var role = TagDecoder.RoleOf(tags[at]);
            if (role < 0 || tags[at] != TagSet.Begin(role))
                continue;
            var last = at;
            while (last + 1 < tokens.Count && TagSet.IsLong(role) && tags[last + 1] == TagSet.GoOn(role))
                last++;
            var value = ValueOf(found, tokens, at, last);
            if (role == (int)EntityRole.OrderNo)
            {
                if (!orders.Contains(value))
                    orders.Add(value);
            }
            else
            {
                values[role] ??= value;
            }
        }

        return new Entities
        {
            OrderNos = orders,
            Phone = Named(MentionKinds.Phone, values),
            Account = Named(MentionKinds.Account, values),
            Region = Named(MentionKinds.Region, values),
            Product = Named(MentionKinds.Product, values),
            Amount = Named(MentionKinds.Amount, values),
            Currency = found.Entities.Currency,
        };
    }

    /// <summary>A number as its reader has read it, anything else as typed.</summary>
    public static string ValueOf(Findings found, List<Token> tokens, int first, int last) =>
        first == last && tokens[first].Number is { } number ? number.Value : found.Text.Kept[tokens[first].Start..tokens[last].End];

    private static Named Named(MentionKinds kind, string?[] values) =>
        new(values[(int)EntityRoles.Of(kind, Side.Plain)], values[(int)EntityRoles.Of(kind, Side.From)], values[(int)EntityRoles.Of(kind, Side.To)]);
}
