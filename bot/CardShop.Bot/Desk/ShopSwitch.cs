using CardShop.Desk.Services;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IShopSwitch" />
internal sealed class ShopSwitch(IDbContextFactory<BotDbContext> contexts, CommandSwitch commands, DeskTurns turns, TimeProvider time) : IShopSwitch
{
    public async Task<ShopSwitchState?> ReadAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.DeskSettings.AsNoTracking().SingleOrDefaultAsync(setting => setting.Name == DeskSettingRow.ShopCommands, cancellationToken);
        return new ShopSwitchState(commands.Of(row?.Value), row?.By, row?.At, row?.Reason);
    }

    public async Task<DeskResult> SetAsync(AgentIdentity agent, CommandMode mode, string reason, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Admin))
        {
            return DeskResult.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new DeskResult(DeskOutcome.NeedsReason);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.DeskSettings.SingleOrDefaultAsync(setting => setting.Name == DeskSettingRow.ShopCommands, cancellationToken);
        var before = commands.Of(row?.Value);
        if (row is null)
        {
            row = new DeskSettingRow { Name = DeskSettingRow.ShopCommands, Value = "", By = "", At = default };
            context.DeskSettings.Add(row);
        }

        (row.Value, row.By, row.At, row.Reason) = (mode.ToString(), agent.DisplayName, time.GetUtcNow(), reason.Trim());
        context.DeskAudit.Add(turns.Line(agent, "switched_commands", null, new AuditData { From = before.ToString(), To = mode.ToString(), Reason = reason.Trim() }.Json));
        await context.SaveChangesAsync(cancellationToken);
        return DeskResult.Done;
    }
}
