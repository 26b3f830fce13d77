namespace CardShop.Sandbox;

/// <summary>Makes demo agents for <c>POST /sandbox/control/agents</c>. The host registers the desk's.</summary>
public interface IDeskAgents
{
    /// <summary>A new agent of a role (<c>agent reviewer admin</c>), and the path that signs them in once; null when there is no such role.</summary>
    Task<string?> MakeAsync(string role, CancellationToken cancellationToken);
}
