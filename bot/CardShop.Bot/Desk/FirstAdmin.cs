using CardShop.Bot.Hosting;
using CardShop.Desk.Shell;
using CardShop.Desk.SignIn;

namespace CardShop.Bot.Desk;

/// <summary>While nobody has an account, writes a one-time link for the first admin to the console, once. It is in no log, and the store knows its hash only.</summary>
internal sealed class FirstAdmin(OwnAddress address, DeskAccounts accounts, OneTimeLinks links) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var own = await address.GetAsync(stoppingToken);
        if (await accounts.IsEmptyAsync(stoppingToken) && !await links.HasFirstAsync(stoppingToken))
        {
            var link = new Uri(own, await links.MakeAsync(accountId: null, signsIn: false, stoppingToken));
            await Console.Error.WriteLineAsync(DeskWords.InBoth("console.firstAdmin", link));
        }
    }
}
