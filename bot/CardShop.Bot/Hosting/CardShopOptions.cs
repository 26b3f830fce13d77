namespace CardShop.Bot.Hosting;

/// <summary>Section <c>CardShop</c>.</summary>
internal sealed class CardShopOptions : ISettings
{
    public static string Section => "CardShop";

    /// <summary>Where database, logs and generated secrets live; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How far back changes are counted (rules G3, D8).</summary>
    public TimeSpan ChangeWindow { get; set; } = TimeSpan.FromHours(24);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (string.IsNullOrWhiteSpace(DataDirectory))
        {
            yield return (nameof(DataDirectory), "it is empty; name a directory, such as ./data");
        }

        if (ChangeWindow <= TimeSpan.Zero)
        {
            yield return (nameof(ChangeWindow), "it must be longer than nothing, such as 1.00:00:00");
        }
    }
}
