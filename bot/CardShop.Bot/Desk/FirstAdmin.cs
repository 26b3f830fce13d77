using CardShop.Bot.Hosting;
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
            await Console.Error.WriteLineAsync($"客服台还没有管理员，24 小时内打开此链接创建（只能用一次）/ The desk has no admin yet; make one here within 24 hours, once: {link}");
        }
    }
}
