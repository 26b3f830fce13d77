using System.Runtime.CompilerServices;

namespace CardShop.Dialogs.Tests;

/// <summary>Compares a text with the approved file beside the test, and writes what was received there when they differ.</summary>
internal static class Approvals
{
    public static void Approve(string received, string name, [CallerFilePath] string caller = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(caller)!, name + ".approved.txt");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : string.Empty;
        var actual = received.ReplaceLineEndings("\n");
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            File.WriteAllText(Path.ChangeExtension(approved, null).Replace(".approved", ".received", StringComparison.Ordinal) + ".txt", actual);
        }

        Assert.Equal(expected, actual);
    }
}
