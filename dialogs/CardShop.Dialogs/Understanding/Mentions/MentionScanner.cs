namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Finds everything named in a message, from left to right, the first reader that knows a place having the say.</summary>
internal sealed class MentionScanner(IReadOnlyList<IMentionReader> readers)
{
    /// <summary>Scans one message.</summary>
    public MentionMap Scan(Surroundings here)
    {
        var found = new List<Mention>();
        var at = 0;
        while (at < here.Text.Plain.Length)
            at = ReadAt(here, at, found);
        return new MentionMap(found, here.Text.Plain.Length);
    }

    private int ReadAt(Surroundings here, int at, List<Mention> found)
    {
        foreach (var reader in readers)
        {
            if (reader.Read(here, at) is not { } reading)
                continue;
            if (reading.Mention is not null)
                found.Add(reading.Mention);
            return reading.End;
        }

        return at + 1;
    }
}
