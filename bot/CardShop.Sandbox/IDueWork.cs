namespace CardShop.Sandbox;

/// <summary>Work that waits for a moment of the one clock. The host registers the bot's; moving the clock runs it all before it answers.</summary>
public interface IDueWork
{
    /// <summary>Does whatever has come due, and returns when it is done.</summary>
    Task RunDueAsync(CancellationToken cancellationToken);
}
