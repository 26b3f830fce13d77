namespace CardShop.Sandbox;

/// <summary>The agents' desk, as far as the controls of tests reach into it.</summary>
public interface IDeskControl
{
    /// <summary>Says whether anybody is at the desk, whoever really is.</summary>
    Task SetOnlineAsync(bool online, CancellationToken cancellationToken);
}
