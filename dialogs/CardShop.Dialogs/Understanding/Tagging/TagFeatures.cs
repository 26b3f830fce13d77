using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>
/// What the tagger sees of a token: the tokens around it, in order and as a bag; what the lists and the rules take it for; how many things of its kind are named
/// before and behind it; and what the message is about.
/// </summary>
internal sealed class TagFeatures
{
    private const int Reach = 7;
    private const int MostCounted = 3;

    private readonly List<Token> _tokens;
    private readonly uint[] _kinds;
    private readonly uint[] _rules;
    private readonly uint[] _told;
    private readonly int[] _clauses;
    private readonly uint[] _sides;

    /// <summary>Gets ready to read the features of a message.</summary>
    public TagFeatures(Findings found, int meaning, List<Token> tokens)
    {
        _tokens = tokens;
        _kinds = new uint[tokens.Count];
        _rules = new uint[tokens.Count];
        _clauses = new int[tokens.Count];
        _sides = new uint[tokens.Count];
        var entities = found.Entities;
        var clause = 0;
        for (var at = 0; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (token.Number is null && token.Named is null && found.Text.EndsClause(token.Start))
                clause++;
            _clauses[at] = clause;
            var mention = token.Number ?? token.Named;
            _sides[at] = Side(found.Sides.WeighBefore(token.Start, 0)) + (4 * Side(found.Sides.WeighBehind(mention?.End ?? token.End, found.Text.Plain.Length)));
            if (mention is null)
                continue;
            var isFirst = mention.Start == token.Start;
            _kinds[at] = ((uint)mention.Kinds * 4) + (mention.Clear ? 2u : 0u) + (isFirst ? 1u : 0u);
            _rules[at] = 1 + RuleOf(entities, found, mention);
        }

        _told =
        [
            Hash.Of(Field.TagTold, 1u + (uint)meaning),
            Hash.Of(Field.TagTold, 100u + (found.Asked is { } asked ? 1u + (uint)asked : 0)),
            Hash.Of(Field.TagTold, 200u + (uint)Meaning.IntentOf(meaning)),
        ];
    }

    /// <summary>Adds the features of one token.</summary>
    public void Read(int at, ref FeatureList into)
    {
        var token = _tokens[at];
        var kind = _kinds[at];
        var here = WordAt(at);
        var form = kind == 0 ? Hash.Of(Field.TagNamed, token.Number is null ? 1u : 2u) : Hash.Of(Field.TagNamed, kind + 8);
        Window(at, here, form, ref into);
        Lists(at, kind, here, form, ref into);
        Bags(at, form, ref into);
        Counts(at, form, ref into);
    }

    private void Window(int at, uint here, uint form, ref FeatureList into)
    {
        var (a, b, c) = (WordAt(at - 3), WordAt(at - 2), WordAt(at - 1));
        var (x, y, z) = (WordAt(at + 1), WordAt(at + 2), WordAt(at + 3));
        into.Add(Of(0, here));
        into.Add(Of(1, c));
        into.Add(Of(2, x));
        into.Add(Of(3, b));
        into.Add(Of(4, y));
        into.Add(Of(5, c, here));
        into.Add(Of(6, here, x));
        into.Add(Of(7, b, c));
        into.Add(Of(8, x, y));
        into.Add(Of(9, c, form));
        into.Add(Of(10, x, form));
        into.Add(Of(11, Hash.Join(b, c), form));
        into.Add(Of(12, Hash.Join(x, y), form));
        into.Add(Of(13, Hash.Join(a, b), Hash.Join(c, form)));
        into.Add(Of(14, Hash.Join(x, y), Hash.Join(z, form)));
        into.Add(Of(15, Hash.Join(c, here), x));
        into.Add(Of(16, Hash.Join(b, c), here));
        into.Add(Of(17, Hash.Join(here, x), y));
    }

    private void Lists(int at, uint kind, uint here, uint form, ref FeatureList into)
    {
        var rule = _rules[at];
        into.Add(form);
        into.Add(Hash.Join(Hash.Of(Field.TagSide, _sides[at]), form));
        into.Add(Hash.Join(Hash.Join(Hash.Of(Field.TagSide, _sides[at] + 100), form), _told[0]));
        into.Add(Hash.Join(Hash.Of(Field.TagRule, rule), kind));
        into.Add(Hash.Join(Hash.Of(Field.TagNamed, 3), KindAt(at - 1)));
        into.Add(Hash.Join(Hash.Of(Field.TagNamed, 4), KindAt(at + 1)));
        into.Add(Hash.Join(Hash.Join(Hash.Of(Field.TagNamed, 5), KindAt(at - 1)), kind));
        into.Add(Hash.Join(Hash.Join(Hash.Of(Field.TagNamed, 6), KindAt(at + 1)), kind));
        foreach (var told in _told)
        {
            into.Add(Hash.Join(told, form));
            into.Add(Hash.Join(told, Hash.Join(form, rule)));
        }

        if (kind == 0)
            into.Add(Hash.Join(_told[0], here));
    }

    /// <summary>The words nearby on either side, whatever their order: those of the same clause apart from the others.</summary>
    private void Bags(int at, uint form, ref FeatureList into)
    {
        for (var other = Math.Max(0, at - Reach); other < Math.Min(_tokens.Count, at + Reach + 1); other++)
        {
            if (other == at)
                continue;
            var place = (other < at ? 0u : 1u) + (_clauses[other] == _clauses[at] ? 0u : 2u);
            var word = Hash.Join(Hash.Of(Field.TagBag, place), WordAt(other));
            into.Add(Hash.Join(word, form));
            into.Add(Hash.Join(Hash.Join(word, WordAt(other + 1)), form));
        }
    }

    private void Counts(int at, uint form, ref FeatureList into)
    {
        if (_tokens[at].Number is null && _tokens[at].Named is null)
            return;
        var (before, behind) = (0, 0);
        var kind = _kinds[at] >> 2;
        for (var other = 0; other < _tokens.Count; other++)
        {
            if (other != at && (_kinds[other] & 1) != 0 && (_kinds[other] >> 2) == kind)
            {
                if (other < at)
                    before++;
                else
                    behind++;
            }
        }

        var count = (uint)((Math.Min(before, MostCounted) * 4) + Math.Min(behind, MostCounted));
        into.Add(Hash.Join(Hash.Of(Field.TagCount, count), form));
        into.Add(Hash.Join(Hash.Join(Hash.Of(Field.TagCount, count + 100), form), _told[0]));
        into.Add(Hash.Join(Hash.Join(Hash.Of(Field.TagCount, count + 200), form), _told[2]));
    }

    /// <summary>What the rules make of a thing: nothing, or the role in which its value was taken.</summary>
    private static uint RuleOf(Entities entities, Findings found, Mention mention)
    {
        foreach (var change in found.Changes)
        {
            if (change.To == mention)
                return 3;
            if (change.From == mention)
                return 2;
        }

        var value = mention.Value;
        return value == entities.Phone.Plain || value == entities.Account.Plain || value == entities.Amount.Plain || value == entities.Region.Plain || value == entities.Product.Plain || entities.OrderNos.Contains(value) ? 1u : 0u;
    }

    private static uint Side(int weight) => weight switch { < 0 => 1, 0 => 0, _ => 2 };

    private uint WordAt(int at) => at < 0 ? 1 : at >= _tokens.Count ? 2 : _tokens[at].Hash;

    private uint KindAt(int at) => at < 0 ? 1 : at >= _kinds.Length ? 2 : _kinds[at] + 8;

    private static uint Of(uint place, uint word) => Hash.Join(Hash.Of(Field.TagWindow, place), word);

    private static uint Of(uint place, uint one, uint other) => Hash.Join(Of(place, one), other);
}
