namespace CardShop.Dialogs.Understanding.Text;

/// <summary>
/// A message in the one form that everything here reads: half width, one space where there was white space, no emoji and no invisible
/// characters. <see cref="Kept"/> and <see cref="Plain"/> run side by side, character by character.
/// </summary>
/// <param name="Kept">Letters as the customer typed them: names and numbers are cut from it.</param>
/// <param name="Plain">Small letters and simplified characters: cues are looked for in it.</param>
/// <param name="IsCut">Whether more was typed than is read.</param>
internal sealed record FoldedText(string Kept, string Plain, bool IsCut)
{
    /// <summary>Whether anything that can mean something is left.</summary>
    public bool HasWords => Plain.Any(char.IsLetterOrDigit);

    /// <summary>Whether a question is marked as one.</summary>
    public bool HasQuestionMark => Plain.Contains('?', StringComparison.Ordinal);

    /// <summary>The folded character, or a line break beyond either end.</summary>
    public char At(int position) => position >= 0 && position < Plain.Length ? Plain[position] : '\n';

    /// <summary>Whether the text goes on with these words here.</summary>
    public bool StartsWith(string words, int position) =>
        position >= 0 && position <= Plain.Length && Plain.AsSpan(position).StartsWith(words, StringComparison.Ordinal);

    /// <summary>Whether the text before here ends with these words.</summary>
    public bool EndsWith(string words, int position) => StartsWith(words, position - words.Length);

    /// <summary>Whether a clause or a sentence ends with this character.</summary>
    public bool EndsClause(int position) =>
        Plain[position] is ',' or ';' or '!' or '?' or '\n' || (Plain[position] == '.' && !char.IsAsciiDigit(At(position + 1)));

    /// <summary>Whether this place is in the middle of a Latin word or of a number.</summary>
    public bool SplitsWord(int position)
    {
        var before = At(position - 1);
        var after = At(position);
        return (char.IsAsciiLetter(before) && char.IsAsciiLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));
    }
}
