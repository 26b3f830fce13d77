namespace CardShop.Documents.Tests;

/// <summary>Keeps what tests have written, for a person to look at: set <c>DOCUMENTS_KEPT_IN</c> to a folder, then render it, such as by <c>soffice --convert-to pdf</c>.</summary>
internal static class KeptFiles
{
    public static void Keep(string name, byte[] bytes)
    {
        if (Environment.GetEnvironmentVariable("DOCUMENTS_KEPT_IN") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
    }
}
