using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Architecture;

/// <summary>The core is pure: nothing in it can reach a network, a database, a clock or the Bot Framework (DESIGN.md).</summary>
public sealed class PureCoreTests
{
    private static readonly string[] Allowed =
    [
        "System.Runtime", "System.Collections", "System.Collections.Concurrent", "System.Linq", "System.Text.Json", "System.Text.Encodings.Web", "System.Text.RegularExpressions",
        "System.Memory", "System.Numerics.Vectors", "System.Collections.Immutable", "System.Runtime.Serialization.Primitives", "System.Text.Encoding.Extensions", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "Stateless",
    ];

    [Fact]
    public void Core_ReferencesNothingThatDoesIO()
    {
        var references = typeof(Engine).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.Contains("Stateless", references);
        Assert.Empty(references.Except(Allowed));
    }
}
