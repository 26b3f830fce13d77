using CardShop.Bot.Hosting;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Telemetry;

/// <summary>Measures what messages are understood as, and how surely: the first thing to look at when customers are asked too often.</summary>
internal sealed class MeteredUnderstanding(IUnderstanding inner, Instruments instruments, WallClock wall) : IUnderstanding
{
    public Understood Understand(string text, Asks? asked, DateTimeOffset? now = null)
    {
        var begun = wall.Time.GetTimestamp();
        var understood = inner.Understand(text, asked, now);
        instruments.Understanding.Record(
            wall.Time.GetElapsedTime(begun).TotalSeconds, new("bot.intent", Label.Of(understood.Intent)), new("bot.sure", understood.Sure ? "true" : "false"));
        return understood;
    }
}
