namespace CardShop.Sandbox;

/// <summary>
/// The one clock of bot, shop and timers: the wall clock plus what <c>POST /sandbox/control/clock</c> has added. Only the time of day moves; timers and stopwatches
/// measure real time, so whoever waits for a moment does its work as <see cref="IDueWork"/>.
/// </summary>
public sealed class SandboxClock(TimeProvider wallClock) : TimeProvider
{
    private long _offsetTicks;

    /// <summary>How far this clock is ahead of the wall clock.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => wallClock.LocalTimeZone;

    /// <inheritdoc />
    public override long TimestampFrequency => wallClock.TimestampFrequency;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => wallClock.GetUtcNow() + Offset;

    /// <inheritdoc />
    public override long GetTimestamp() => wallClock.GetTimestamp();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        wallClock.CreateTimer(callback, state, dueTime, period);

    internal void MoveTo(TimeSpan offset) => Interlocked.Exchange(ref _offsetTicks, offset.Ticks);
}
