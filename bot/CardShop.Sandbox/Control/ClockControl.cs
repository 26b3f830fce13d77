using CardShop.Sandbox.Events;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Life;
using CardShop.Sandbox.Store;

namespace CardShop.Sandbox.Control;

/// <summary>Moves the one clock, and runs what came due before it returns. One move at a time, so that each sees its own work done.</summary>
internal sealed class ClockControl(SandboxClock clock, Books books, OrderLife life, EventPusher pusher, IEnumerable<IDueWork> dueWork) : IDisposable
{
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(3653);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    public async Task<ClockReading> AdvanceAsync(double seconds)
    {
        Check.That(double.IsFinite(seconds) && seconds >= 0 && seconds <= Farthest.TotalSeconds, "advanceSeconds is 0 or more, up to ten years.");
        await _oneAtATime.WaitAsync();
        try
        {
            var offset = clock.Offset + TimeSpan.FromSeconds(seconds);
            Check.That(offset <= Farthest, "The clock goes no farther than ten years ahead; reset it.");
            await MoveToAsync(offset);
            await LiveAsync();
            foreach (var work in dueWork)
            {
                await work.RunDueAsync(CancellationToken.None);
            }

            // The bot's work may have let go of an order that was only waiting for that.
            await LiveAsync();
            return Read();
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public async Task<ClockReading> ResetAsync()
    {
        await MoveToAsync(TimeSpan.Zero);
        return Read();
    }

    public ClockReading Read() => new(clock.GetUtcNow(), clock.Offset.TotalSeconds);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task LiveAsync()
    {
        await life.RunDueAsync(CancellationToken.None);
        await pusher.TryPushAsync();
    }

    private async Task MoveToAsync(TimeSpan offset)
    {
        await books.WriteAsync(async (db, token) => (await db.DayAsync(token)).ClockOffset = offset, CancellationToken.None);
        clock.MoveTo(offset);
    }
}
