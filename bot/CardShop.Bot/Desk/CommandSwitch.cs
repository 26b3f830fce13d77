using CardShop.Bot.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>Whether commands reach the shop: as an admin has set it in the database, else as the settings say. Each turn reads it with all else that it loads.</summary>
internal sealed class CommandSwitch(IDbContextFactory<BotDbContext> contexts, IOptions<ShopOptions> options)
{
    /// <summary>The mode that a stored value stands for.</summary>
    public CommandMode Of(string? stored) => stored is not null && Enum.TryParse<CommandMode>(stored, ignoreCase: true, out var mode) ? mode : options.Value.Commands;

    /// <summary>Where it stands now.</summary>
    public async Task<CommandMode> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return Of(await context.DeskSettings.Where(row => row.Name == DeskSettingRow.ShopCommands).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken));
    }
}
