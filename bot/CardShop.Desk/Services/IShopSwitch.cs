using CardShop.Dialogs.Turns;

namespace CardShop.Desk.Services;

/// <summary>The switch of the shop's commands, live, shadow or off: kept in the database, in force from the next turn on every node.</summary>
public interface IShopSwitch
{
    /// <summary>Where it stands; null for somebody without a role.</summary>
    Task<ShopSwitchState?> ReadAsync(AgentIdentity agent, CancellationToken cancellationToken);

    /// <summary>Moves it; an admin only. A reason is needed, and goes into the audit record.</summary>
    Task<DeskResult> SetAsync(AgentIdentity agent, CommandMode mode, string reason, CancellationToken cancellationToken);
}

/// <summary>Where the switch stands.</summary>
/// <param name="Mode">Where it stands.</param>
/// <param name="By">Who moved it last; null when it stands where the settings put it.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why.</param>
public sealed record ShopSwitchState(CommandMode Mode, string? By, DateTimeOffset? At, string? Reason);
