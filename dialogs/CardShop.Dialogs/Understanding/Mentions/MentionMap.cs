namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What was named, in the order of the message, found by where it starts.</summary>
internal sealed class MentionMap
{
    private readonly Mention?[] _startingAt;
    private readonly bool[] _inside;

    /// <param name="mentions">What was named, in the order of the message.</param>
    /// <param name="inside">The places in the middle of a date, a count or the like.</param>
    public MentionMap(IReadOnlyList<Mention> mentions, bool[] inside)
    {
        All = mentions;
        _inside = inside;
        _startingAt = new Mention?[inside.Length];
        foreach (var mention in mentions)
            _startingAt[mention.Start] = mention;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Mention> All { get; }

    /// <summary>Whether this is in the middle of a date, a count or the like, where no turn of phrase starts: 20号充错.</summary>
    public bool IsInside(int position) => _inside[position];

    /// <summary>The one that starts here, if any.</summary>
    public Mention? At(int position) => position < _startingAt.Length ? _startingAt[position] : null;
}
