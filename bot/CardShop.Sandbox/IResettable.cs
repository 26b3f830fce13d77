namespace CardShop.Sandbox;

/// <summary>Books that <c>POST /sandbox/control/reset</c> empties together with the shop's. The host registers the bot's.</summary>
public interface IResettable
{
    /// <summary>Empties them.</summary>
    Task ResetAsync(CancellationToken cancellationToken);
}
