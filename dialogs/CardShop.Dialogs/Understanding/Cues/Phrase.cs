using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Words as they are written in a cue. Latin words and digits match whole, unless a star lets the word go on.</summary>
internal sealed class Phrase
{
    private readonly string _words;
    private readonly bool _goesOn;

    public Phrase(string written)
    {
        _goesOn = written.EndsWith('*');
        _words = _goesOn ? written[..^1] : written;
        if (_words.Length == 0 || _words[0] == '\'')
            throw new FormatException($"A cue holds the phrase “{written}”, which has nothing to start at.");
    }

    /// <summary>The first character, by which cues are found.</summary>
    public char First => _words[0];

    /// <summary>The character that follows the first one; null where there is none, or one that may be missing.</summary>
    public char? Second => _words.Length > 1 && _words[1] != '\'' ? _words[1] : null;

    /// <summary>The words' length, so that longer phrases are tried first.</summary>
    public int Length => _words.Length;

    /// <summary>Where the phrase ends if it stands here; -1 if it does not.</summary>
    public int EndAt(FoldedText text, int position)
    {
        if (text.At(position) != First || text.SplitsWord(position))
            return -1;
        var at = position;
        foreach (var expected in _words)
        {
            if (text.At(at) == expected && at < text.Plain.Length)
                at++;
            else if (expected != '\'')
                return -1;
        }

        return !_goesOn && text.SplitsWord(at) ? -1 : at;
    }
}
