namespace CardShop.Desk.Services;

/// <summary>Who acts at the desk. Every action takes one and looks at its roles itself, whatever the page has shown.</summary>
/// <param name="Id">Names the account, for good.</param>
/// <param name="DisplayName">What customers and colleagues read.</param>
/// <param name="Roles">What the person may do.</param>
public sealed record AgentIdentity(string Id, string DisplayName, IReadOnlyList<DeskRole> Roles)
{
    /// <summary>Whether the person may do what the role may: a reviewer may do what an agent may, an admin everything.</summary>
    public bool May(DeskRole role) => Roles.Any(held => held >= role);
}

/// <summary>What a person of the shop may do, each including those before it.</summary>
public enum DeskRole
{
    /// <summary>Takes over conversations, and decides as the rules advise.</summary>
    Agent,

    /// <summary>Decides against the rules' advice too, with a reason.</summary>
    Reviewer,

    /// <summary>Moves the switch of the shop's commands, and reads the audit record.</summary>
    Admin,
}
