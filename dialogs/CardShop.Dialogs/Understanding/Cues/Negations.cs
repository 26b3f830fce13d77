using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>Where a message says no: what stands right behind a negation was denied, and no short gap reaches across one (账号没错).</summary>
internal sealed class Negations
{
    private const int LongestChain = 5;

    private readonly FoldedText _text;
    private readonly NegationWords _words;
    private readonly bool[] _starts;
    private readonly bool[] _ends;

    public Negations(FoldedText text, NegationWords words)
    {
        _text = text;
        _words = words;
        _starts = new bool[text.Plain.Length + 1];
        _ends = new bool[text.Plain.Length + 1];
        for (var at = 0; at < text.Plain.Length; at++)
            at += Mark(at);
    }

    /// <summary>Whether a negation, or a word that says that all is well, starts here.</summary>
    public bool StartsAt(int position) => _starts[position];

    /// <summary>Whether what starts here was denied: 不是退款, 没有充错, don't want a refund.</summary>
    public bool Deny(int position)
    {
        for (var link = 0; link < LongestChain && position > 0; link++)
        {
            if (_ends[position])
                return true;
            var between = _words.Between.FirstOrDefault(word => _text.EndsWith(word, position));
            if (between is null)
                return false;
            position -= between.Length;
        }

        return _ends[position];
    }

    private int Mark(int at)
    {
        // 是不是, 有没有: a question, not a denial.
        if (at > 0 && _text.At(at) is '不' or '没' && _text.At(at - 1) == _text.At(at + 1))
            return 0;
        if (_words.Exceptions.Longest(_text, at) is { } exception)
            return exception.Length - 1;
        if (_words.Negations.Longest(_text, at) is { } negation)
        {
            _starts[at] = true;
            _ends[at + negation.Length] = true;
            return negation.Length - 1;
        }

        if (_words.AllIsWell.Longest(_text, at) is not null)
            _starts[at] = true;
        return 0;
    }
}

/// <summary>The words of negation, from <c>negations.json</c>.</summary>
internal sealed record NegationWords(WordSet Negations, WordSet Exceptions, WordSet AllIsWell, IReadOnlyList<string> Between);
