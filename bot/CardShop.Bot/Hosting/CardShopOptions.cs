namespace CardShop.Bot.Hosting;

/// <summary>Section <c>CardShop</c>.</summary>
internal sealed class CardShopOptions
{
    public const string Section = "CardShop";

    /// <summary>Where database, logs and generated secrets live; relative to the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How far back changes are counted (rules G3, D8).</summary>
    public TimeSpan ChangeWindow { get; set; } = TimeSpan.FromHours(24);
}
