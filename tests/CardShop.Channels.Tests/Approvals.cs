using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CardShop.Channels.Tests;

/// <summary>Compares with a file that a person has looked at. A difference leaves the new text beside it as <c>.received.json</c>.</summary>
internal static class Approvals
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Check(string name, JsonNode actual, [CallerFilePath] string caller = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(caller)!, "Approved");
        var received = actual.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(folder, $"{name}.json");
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == received)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, $"{name}.received.json"), received);
        Assert.Fail($"{name} differs from what was approved; compare the files in {folder}.");
    }
}
