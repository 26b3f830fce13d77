using System.Globalization;
using CardShop.Dialogs.Understanding.Judging;
using CardShop.Dialogs.Understanding.Mentions;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>Holds what somebody says the message names against the message: it has to stand there, or to be what our own readers make of a stretch of it (两百五 is 250).</summary>
internal sealed class NamedInMessage(Findings found, MessageMask mask, Func<string, FoldedText> fold)
{
    private const int Longest = 64;
    private const int LongestAmount = 9;
    private const int ShortestOrder = 6;
    private const int PhoneLength = 11;

    /// <summary>The value as it is handed on; null for one that the message does not have, or that can't be of this kind.</summary>
    public string? Find(MentionKinds kind, string answered)
    {
        var isHidden = mask.Hides(answered);
        var value = mask.Restore(answered).Trim();
        if (value.Length is 0 or > Longest || ResidentId.Looks(value))
            return null;
        var typed = isHidden ? value : Typed(value);
        return kind switch
        {
            MentionKinds.Order => isHidden && value.Length >= ShortestOrder && value.Any(char.IsAsciiDigit) ? value : null,
            MentionKinds.Phone => isHidden && value.Length == PhoneLength && value[0] == '1' && value.AsSpan().ContainsOnlyDigits() ? value : null,
            MentionKinds.Amount => Amount(value, typed),
            _ => typed,
        };
    }

    private string? Amount(string value, string? typed)
    {
        if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || value.Length > LongestAmount)
            return null;
        var read = found.Mentions.All.FirstOrDefault(mention => (mention.Kinds & MentionKinds.Amount) != 0
            && decimal.TryParse(mention.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var known) && known == number);
        return read?.Value ?? typed;
    }

    /// <summary>The same words as the customer typed them, and no part of a longer word or number.</summary>
    private string? Typed(string value)
    {
        var wanted = fold(value).Plain.Trim();
        if (wanted.Length == 0)
            return null;
        var text = found.Text;
        for (var at = text.Plain.IndexOf(wanted, StringComparison.Ordinal); at >= 0; at = text.Plain.IndexOf(wanted, at + 1, StringComparison.Ordinal))
        {
            if (!text.SplitsWord(at) && !text.SplitsWord(at + wanted.Length))
                return text.Kept.Substring(at, wanted.Length);
        }

        return null;
    }
}
