using System.Reflection;

namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>Where the build has put things.</summary>
internal static class BuiltPaths
{
    public static string HostAssembly => Named(nameof(HostAssembly));

    public static string SiteFiles => Named(nameof(SiteFiles));

    /// <summary>Screenshots, and the traces of tests that failed.</summary>
    public static string Artifacts => Named(nameof(Artifacts));

    private static string Named(string key) =>
        typeof(BuiltPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
