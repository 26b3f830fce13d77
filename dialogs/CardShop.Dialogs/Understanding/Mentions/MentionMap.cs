namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What was named, in the order of the message, found by where it starts.</summary>
internal sealed class MentionMap
{
    private readonly Mention?[] _startingAt;

    public MentionMap(IReadOnlyList<Mention> mentions, int textLength)
    {
        All = mentions;
        _startingAt = new Mention?[textLength + 1];
        foreach (var mention in mentions)
            _startingAt[mention.Start] = mention;
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Mention> All { get; }

    /// <summary>The one that starts here, if any.</summary>
    public Mention? At(int position) => position < _startingAt.Length ? _startingAt[position] : null;
}
