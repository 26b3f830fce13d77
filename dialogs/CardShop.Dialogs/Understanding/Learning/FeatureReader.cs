using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>
/// What the classifier sees of a message: runs of one to four characters or words, with what was named replaced by its kind; the signs of the lexicon; what the
/// lexicon makes of it; and what had been asked. Bump <see cref="Version"/> with every change of meaning: a model is read by the reader it was made with.
/// </summary>
internal static class FeatureReader
{
    /// <summary>Of the meaning of the features.</summary>
    public const int Version = 3;

    /// <summary>Numbers of any kind teach nothing by their digits.</summary>
    private const MentionKinds MaskedAlways = MentionKinds.Order | MentionKinds.Phone | MentionKinds.Account | MentionKinds.Amount | MentionKinds.Count;

    /// <summary>A game or a server says something by its name, and something else by its place.</summary>
    private const MentionKinds MaskedToo = MentionKinds.Region | MentionKinds.Product;

    private const int LongestRun = 4;
    private const int LongestWordPart = 4;
    private const int MostTokens = 600;

    /// <summary>Reads the features of a message.</summary>
    /// <param name="found">What was found in it.</param>
    /// <param name="verdict">What the rules make of it.</param>
    /// <param name="into">Takes them.</param>
    /// <param name="byLexicon">Whether the signs and the verdict of the rules are among them.</param>
    public static void Read(Findings found, Verdict verdict, FeatureBag into, bool byLexicon = true)
    {
        Span<uint> tokens = stackalloc uint[MostTokens];
        Runs(tokens[..Tokens(found, MaskedAlways, tokens, into)], Field.Run, into);
        if (found.Mentions.All.Any(mention => (mention.Kinds & MaskedToo) != 0))
            Runs(tokens[..Tokens(found, MaskedAlways | MaskedToo, tokens, into)], Field.MaskedRun, into);
        if (byLexicon)
        {
            Signs(found, into);
            Judged(found, verdict, into);
        }

        Named(found, into);
        into.Settle();
    }

    /// <summary>Cuts the message into tokens: a Chinese character, a Latin word, a number, or the kind of what is named there.</summary>
    private static int Tokens(Findings found, MentionKinds masked, Span<uint> tokens, FeatureBag into)
    {
        var text = found.Text.Plain;
        var count = 0;
        tokens[count++] = Hash.Of(Field.Edge, 0);
        for (var at = 0; at < text.Length && count < tokens.Length - 1;)
        {
            if (found.Mentions.At(at) is { Clear: true } mention && (mention.Kinds & masked) != 0)
            {
                tokens[count++] = Hash.Of(Field.Kind, (uint)mention.Kinds);
                at = mention.End;
            }
            else if (char.IsAsciiLetter(text[at]))
            {
                var end = at;
                while (end < text.Length && (char.IsAsciiLetter(text[end]) || text[end] == '\''))
                    end++;
                tokens[count++] = Hash.Of(Field.Word, text.AsSpan(at, end - at));
                Parts(text.AsSpan(at, end - at), into);
                at = end;
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                var end = at;
                while (end < text.Length && char.IsAsciiDigit(text[end]))
                    end++;
                tokens[count++] = Hash.Of(Field.Number, (uint)Math.Min(end - at, 12));
                at = end;
            }
            else
            {
                if (text[at] != ' ')
                    tokens[count++] = Hash.Of(Field.Letter, text[at]);
                at++;
            }
        }

        tokens[count++] = Hash.Of(Field.Edge, 1);
        return count;
    }

    /// <summary>Runs of one to four tokens, and pairs with one or two tokens between them.</summary>
    private static void Runs(ReadOnlySpan<uint> tokens, Field field, FeatureBag into)
    {
        for (var start = 0; start < tokens.Length; start++)
        {
            var run = Hash.Of(field, 0);
            for (var length = 1; length <= LongestRun && start + length <= tokens.Length; length++)
            {
                run = Hash.Join(run, tokens[start + length - 1]);
                into.Add(run);
            }

            for (var gap = 2; gap <= 3 && start + gap < tokens.Length; gap++)
                into.Add(Hash.Join(Hash.Join(Hash.Of(Field.Skip, (uint)field), tokens[start]), tokens[start + gap]));
        }
    }

    /// <summary>Parts of a Latin word, so that a typo leaves most of it known.</summary>
    private static void Parts(ReadOnlySpan<char> word, FeatureBag into)
    {
        for (var start = 0; start + LongestWordPart <= word.Length; start++)
            into.Add(Hash.Of(Field.WordPart, word.Slice(start, LongestWordPart)));
    }

    private static void Signs(Findings found, FeatureBag into)
    {
        foreach (var hit in found.Hits)
        {
            if (hit.Cue.Sign is { } sign)
            {
                into.Add(Hash.Of(Field.Sign, (uint)sign * 2 + (hit.Cue.Weak ? 1u : 0u)));
                into.Add(Hash.Join(Hash.Of(Field.SignAsked, (uint)sign), Question(found)));
            }
        }
    }

    private static void Judged(Findings found, Verdict verdict, FeatureBag into)
    {
        var meaning = (uint)Meaning.Of(verdict.Intent, verdict.Problems.Count > 0 ? verdict.Problems[0] : null);
        into.Add(Hash.Of(Field.Judged, meaning));
        into.Add(Hash.Of(Field.JudgedHow, meaning * 8 + (uint)verdict.Strength));
        into.Add(Hash.Join(Hash.Of(Field.JudgedAsked, meaning), Question(found)));
        foreach (var problem in verdict.Problems.Skip(1))
            into.Add(Hash.Of(Field.Also, (uint)problem));
    }

    private static void Named(Findings found, FeatureBag into)
    {
        into.Add(Hash.Of(Field.Asked, Question(found)));
        into.Add(Hash.Join(Hash.Of(Field.Reply, (uint)found.Reply), Question(found)));
        var kinds = MentionKinds.None;
        foreach (var mention in found.Mentions.All)
        {
            kinds |= mention.Clear ? mention.Kinds : MentionKinds.None;
            into.Add(Hash.Of(Field.Named, (uint)mention.Kinds * 2 + (mention.Clear ? 1u : 0u)));
        }

        foreach (var change in found.Changes)
            into.Add(Hash.Of(Field.Change, (uint)change.Kind * 2 + (change.From is null ? 0u : 1u)));
        into.Add(Hash.Of(Field.NamedAll, (uint)kinds));
        into.Add(Hash.Of(Field.Length, (uint)Math.Min((int)Math.Log2(found.Text.Plain.Length + 1), 8)));
        into.Add(Hash.Join(Hash.Of(Field.LengthAsked, (uint)Math.Min((int)Math.Log2(found.Core.Length + 1), 5)), Question(found)));
        if (found.NamesWhatWasAsked)
            into.Add(Hash.Join(Hash.Of(Field.NamesAsked, 0), Question(found)));
        if (found.Text.HasQuestionMark)
            into.Add(Hash.Of(Field.QuestionMark, 0));
    }

    private static uint Question(Findings found) => found.Asked is { } asked ? (uint)asked + 1 : 0;
}
