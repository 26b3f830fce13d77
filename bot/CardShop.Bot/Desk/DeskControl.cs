using CardShop.Persistence;
using CardShop.Persistence.Desk;
using CardShop.Sandbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>Lets tests say whether anybody is at the desk.</summary>
internal sealed class DeskControl(IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IDeskControl
{
    public async Task SetOnlineAsync(bool online, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.DeskSettings.SingleOrDefaultAsync(setting => setting.Name == DeskSettingRow.Online, cancellationToken);
        if (row is null)
        {
            row = new DeskSettingRow { Name = DeskSettingRow.Online, Value = "", By = "control", At = default };
            context.DeskSettings.Add(row);
        }

        (row.Value, row.At) = (online.ToString(), time.GetUtcNow());
        await context.SaveChangesAsync(cancellationToken);
    }
}
