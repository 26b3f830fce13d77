namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Finds everything named in a message, from left to right, the first reader that knows a place having the say.</summary>
internal sealed class MentionScanner(IReadOnlyList<IMentionReader> readers)
{
    /// <summary>Scans one message.</summary>
    public MentionMap Scan(Surroundings here)
    {
        var found = new List<Mention>();
        var inside = new bool[here.Text.Plain.Length + 1];
        var at = 0;
        while (at < here.Text.Plain.Length)
            at = ReadAt(here, at, found, inside);
        return new MentionMap(found, inside);
    }

    private int ReadAt(Surroundings here, int at, List<Mention> found, bool[] inside)
    {
        foreach (var reader in readers)
        {
            if (reader.Read(here, at) is not { } reading)
                continue;
            if (reading.Mention is not null)
                found.Add(Neighbours.Settle(here, found, reading.Mention));
            else
                inside.AsSpan((at + 1)..reading.End).Fill(true);
            return reading.End;
        }

        return at + 1;
    }
}
