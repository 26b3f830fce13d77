using System.Numerics;

namespace CardShop.Dialogs.Understanding.Learning;

/// <summary>A hash of the kind and the value of a feature. The same on every machine, since the model is made on another.</summary>
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

    /// <summary>Stirs a value in, as MurmurHash3 does with the last of its bits.</summary>
    public static uint Join(uint hash, uint value)
    {
        hash = (BitOperations.RotateLeft(hash, 13) ^ (value * 0xCC9E2D51)) * 0x85EBCA6B;
        hash = (hash ^ (hash >> 13)) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
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
