using CardShop.Bot.Hosting;

namespace CardShop.Bot.Documents;

/// <summary>Section <c>Documents</c>. The address that customers reach is <c>Evidence:PublicUrl</c>, one for all links.</summary>
internal sealed class DocumentOptions : ISettings
{
    public static string Section => "Documents";

    /// <summary>How long a link works, by the wall clock: in the first browser that uses it, and in no other.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The shop's name, as papers are addressed to it; a gap to fill in when empty.</summary>
    public string ShopName { get; set; } = "";

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (LinkLifetime < TimeSpan.FromMinutes(1) || LinkLifetime > TimeSpan.FromDays(1))
        {
            yield return (nameof(LinkLifetime), "it must be between a minute and a day, such as 00:15:00");
        }
    }
}
