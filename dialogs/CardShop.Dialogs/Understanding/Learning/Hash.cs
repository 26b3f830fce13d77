namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>FNV-1a over the kind and the value of a feature. The same on every machine, since the model is made on another.</summary>
internal static class Hash
{
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    public static uint Of(Field field, uint value) => Join((Offset ^ (uint)field) * Prime, value);

    public static uint Of(Field field, ReadOnlySpan<char> word)
    {
        var hash = (Offset ^ (uint)field) * Prime;
        foreach (var letter in word)
            hash = (hash ^ letter) * Prime;
        return Join(hash, (uint)word.Length);
    }

    public static uint Join(uint hash, uint value)
    {
        for (var shift = 0; shift < 32; shift += 8)
            hash = (hash ^ ((value >> shift) & 0xFF)) * Prime;
        return hash;
    }
}

/// <summary>The kinds of features.</summary>
internal enum Field
{
    Edge,
    Letter,
    Word,
    Number,
    Kind,
    Run,
    MaskedRun,
    Skip,
    WordPart,
    Sign,
    SignAsked,
    Judged,
    JudgedHow,
    JudgedAsked,
    Asked,
    Reply,
    Also,
    Named,
    NamedAll,
    NamesAsked,
    Change,
    Length,
    LengthAsked,
    QuestionMark,
    TagNumber,
    TagWindow,
    TagNamed,
    TagBag,
    TagCount,
    TagTold,
    TagRule,
    TagSide,
}
