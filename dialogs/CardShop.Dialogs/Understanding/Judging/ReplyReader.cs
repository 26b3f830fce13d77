using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Tells a plain yes from one that is hidden, hedged or taken back: the bot acts on the plain one only (rule G2).</summary>
internal static class ReplyReader
{
    /// <summary>Reads a message word by word; every word must be known for it to be plain.</summary>
    public static Reply Read(FoldedText text, ReplyWords words)
    {
        var (yes, lightYes, no, unclear) = (0, 0, 0, text.HasQuestionMark || text.IsCut ? 1 : 0);
        var setOff = false;
        WordRole? opener = null;
        var at = 0;
        while (at < text.Plain.Length)
        {
            if (!char.IsLetterOrDigit(text.At(at)))
            {
                setOff |= opener is not null;
                at++;
                continue;
            }

            if (words.At(text, at) is not { } known)
                return Opening(setOff, opener);
            if (known.Role == WordRole.But)
                return Opening(setOff: true, opener);
            opener ??= known.Role is WordRole.Neutral ? null : known.Role;
            _ = known.Role switch
            {
                WordRole.Yes => yes++,
                WordRole.LightYes => lightYes++,
                WordRole.No => no++,
                WordRole.Unclear => unclear++,
                _ => 0,
            };
            at += known.Word.Length;
        }

        if (yes == 0 && lightYes > 0 && TrailsOff(text))
            unclear++;
        return (yes + lightYes, no, unclear) switch
        {
            (0, 0, 0) => Reply.None,
            ( > 0, 0, 0) => Reply.Yes,
            (0, > 0, 0) => Reply.No,
            (0, 0, _) when !text.HasWords => Reply.None,
            _ => Reply.Unclear,
        };
    }

    /// <summary>The first words count as an opening only when they are set off: 对，但是… and 不，改成…, not 对方不退.</summary>
    private static Reply Opening(bool setOff, WordRole? opener) => opener switch
    {
        WordRole.Yes or WordRole.LightYes when setOff => Reply.OpensWithYes,
        WordRole.No when setOff => Reply.OpensWithNo,
        _ => Reply.None,
    };

    private static bool TrailsOff(FoldedText text) =>
        text.Plain.Contains('…', StringComparison.Ordinal) || text.Plain.Contains("..", StringComparison.Ordinal);
}
