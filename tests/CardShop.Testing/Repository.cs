using System.Runtime.CompilerServices;

namespace CardShop.Testing;

/// <summary>Where the sources are.</summary>
public static class Repository
{
    /// <summary>The solution's folder.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
