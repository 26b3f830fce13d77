using System.Diagnostics.CodeAnalysis;

namespace CardShop.Sandbox.Http;

/// <summary>Checks what came in, and says in one line what was expected.</summary>
internal static class Check
{
    private const int MaxWord = 200;

    public static void That([DoesNotReturnIf(false)] bool holds, string expected)
    {
        if (!holds)
        {
            throw ProblemException.Invalid(expected);
        }
    }

    /// <summary>A short text without control characters, trimmed.</summary>
    public static string Word(string? value, string name)
    {
        var word = value?.Trim();
        That(word is { Length: >= 1 and <= MaxWord } && !word.Any(char.IsControl), $"{name} is a text of 1 to {MaxWord} characters.");
        return word;
    }

    public static string? WordOrNull(string? value, string name) => value is null ? null : Word(value, name);

    public static long Version(long version)
    {
        That(version >= 1, "expectedVersion is 1 or more.");
        return version;
    }
}
