namespace CardShop.Sandbox;

/// <summary>The wall clock under a name of its own, so that nobody takes it for the one clock or the other way round.</summary>
internal sealed record WallClock(TimeProvider Time)
{
    public DateTimeOffset Now => Time.GetUtcNow();
}
