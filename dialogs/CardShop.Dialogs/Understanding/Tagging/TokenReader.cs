using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>Cuts a message into tokens.</summary>
internal static class TokenReader
{
    /// <summary>What is beyond is not tagged: nobody names anything in a wall of text but at its start.</summary>
    public const int MostTokens = 400;

    private const MentionKinds Numbers = MentionKinds.Order | MentionKinds.Phone | MentionKinds.Account | MentionKinds.Amount | MentionKinds.Count;
    private const int PhoneLength = 11;
    private const int LongestAmount = 9;
    private const int LongestWord = 24;

    private static readonly uint OpenRoles = Bits(MentionKinds.Region) | Bits(MentionKinds.Product);
    private static readonly uint LatinRoles = OpenRoles | Bits(MentionKinds.Account);

    /// <summary>Reads the tokens of a message.</summary>
    public static List<Token> Read(Findings found)
    {
        var text = found.Text;
        var tokens = new List<Token>(Math.Min(text.Plain.Length, MostTokens));
        Mention? named = null;
        for (var at = 0; at < text.Plain.Length && tokens.Count < MostTokens;)
        {
            if (found.Mentions.At(at) is { } mention)
            {
                if ((mention.Kinds & Numbers) != 0)
                {
                    tokens.Add(new Token(at, mention.End, Hash.Of(Field.TagNumber, ((uint)mention.Kinds * 32) + (uint)Math.Min(mention.Value.Length, 20)), mention, null, RolesOf(mention)));
                    at = mention.End;
                    continue;
                }

                named = mention;
            }

            if (named?.End <= at)
                named = null;
            at = Add(text, at, named, tokens);
        }

        return tokens;
    }

    private static int Add(FoldedText text, int at, Mention? named, List<Token> tokens)
    {
        var one = text.Plain[at];
        var end = at + 1;
        if (char.IsAsciiLetterOrDigit(one))
        {
            var limit = named?.End ?? text.Plain.Length;
            var digits = char.IsAsciiDigit(one);
            while (end < limit && char.IsAsciiLetterOrDigit(text.Plain[end]) && digits == char.IsAsciiDigit(text.Plain[end]))
                end++;
            var hash = digits ? Hash.Of(Field.TagNumber, (uint)Math.Min(end - at, 12)) : Hash.Of(Field.Word, text.Plain.AsSpan(at, end - at));
            tokens.Add(new Token(at, end, hash, null, named, digits ? OpenRoles : end - at <= LongestWord ? LatinRoles : 0));
        }
        else if (one != ' ')
        {
            tokens.Add(new Token(at, end, Hash.Of(Field.Letter, one), null, named, named is not null || char.IsLetterOrDigit(one) ? LatinRoles : 0));
        }

        return end;
    }

    /// <summary>What a number can be at all, whatever stands around it.</summary>
    private static uint RolesOf(Mention mention)
    {
        var value = mention.Value;
        var isPhone = value.Length == PhoneLength && value[0] == '1' && value.AsSpan().ContainsOnlyDigits();
        var roles = isPhone ? Bits(MentionKinds.Phone) : 0;
        if ((mention.Kinds & MentionKinds.Amount) != 0 && value.Length <= LongestAmount)
            roles |= Bits(MentionKinds.Amount);
        if (mention.Kinds != MentionKinds.Amount && (mention.Kinds & ~(MentionKinds.Count | MentionKinds.Amount)) != 0)
            roles |= Bits(MentionKinds.Order) | Bits(MentionKinds.Account);
        return mention.Currency is null ? roles | OpenRoles : roles;
    }

    private static uint Bits(MentionKinds kind)
    {
        var bits = 0u;
        for (var role = 0; role < EntityRoles.Count; role++)
            bits |= EntityRoles.KindOf((EntityRole)role) == kind ? 1u << role : 0;
        return bits;
    }
}
