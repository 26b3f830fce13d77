namespace CardShop.Desk.SignIn;

/// <summary>The wall clock: lifetimes of links, lockouts and sessions are real time, whatever the demo's clock says.</summary>
internal sealed record DeskClock(TimeProvider Wall)
{
    public DateTimeOffset Now => Wall.GetUtcNow();
}
