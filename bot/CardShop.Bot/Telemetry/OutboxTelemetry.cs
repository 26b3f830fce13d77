using System.Diagnostics;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Shop;
using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Telemetry;

/// <summary>Watches what leaves the house.</summary>
internal sealed class OutboxTelemetry(Instruments instruments, TimeProvider time, WallClock wall)
{
    /// <summary>Makes one attempt at a row, and measures it.</summary>
    public async Task SendAsync(OutboxRow row, Func<Task> sendAsync)
    {
        var kind = new KeyValuePair<string, object?>("outbox.kind", Label.Of(row.Kind));
        if (row.Attempts == 0)
        {
            instruments.SendLag.Record(Math.Max(0, (time.GetUtcNow() - row.CreatedAt).TotalSeconds), kind);
        }

        using var span = instruments.Spans.StartActivity($"send {kind.Value}", ActivityKind.Producer);
        span?.SetTag("outbox.attempt", row.Attempts + 1);
        var begun = wall.Time.GetTimestamp();
        try
        {
            await sendAsync();
        }
        finally
        {
            instruments.SendDuration.Record(wall.Time.GetElapsedTime(begun).TotalSeconds, kind);
        }
    }

    /// <summary>Counts what became of a command, once it was told to its conversation.</summary>
    public void Told(ShopCommand command, string result)
    {
        var action = Label.OfKind(command);
        Activity.Current?.SetTag("shop.command", action).SetTag("shop.command.result", result);
        instruments.ShopCommands.Add(1, new("shop.command", action), new("shop.command.result", result));
    }
}
