using System.Diagnostics.CodeAnalysis;
using CardShop.Sandbox.Http;

namespace CardShop.Sandbox.Site;

/// <summary>Says no to what the order's state doesn't allow.</summary>
internal static class Conflict
{
    public static void Unless([DoesNotReturnIf(false)] bool holds, string title)
    {
        if (!holds)
        {
            throw new ProblemException(409, "not_allowed", title);
        }
    }
}
