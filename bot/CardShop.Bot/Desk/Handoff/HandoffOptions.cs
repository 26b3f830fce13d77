using CardShop.Bot.Hosting;

namespace CardShop.Bot.Desk.Handoff;

/// <summary>Section <c>Handoff</c>: another desk, behind a Bot Framework channel, may take cases in place of ours.</summary>
internal sealed class HandoffOptions : ISettings
{
    public static string Section => "Handoff";

    /// <summary>Whether cases that call for a person are offered to the channel that the customer writes from.</summary>
    public bool Offer { get; set; } = true;

    /// <summary>Within how much time the other desk has to accept; after that the case is our queue's alone.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long the other desk may have a case without a word of how it went; after that the case is back in our queue.</summary>
    public TimeSpan HeldFor { get; set; } = TimeSpan.FromHours(2);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (Within < TimeSpan.FromSeconds(10) || Within > TimeSpan.FromHours(1))
        {
            yield return (nameof(Within), "it must be between 10 seconds and an hour, such as 00:02:00");
        }

        if (HeldFor < TimeSpan.FromMinutes(1) || HeldFor > TimeSpan.FromDays(7))
        {
            yield return (nameof(HeldFor), "it must be between a minute and 7 days, such as 02:00:00");
        }
    }
}
