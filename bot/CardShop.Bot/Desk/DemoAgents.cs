using CardShop.Desk.Services;
using CardShop.Desk.SignIn;
using CardShop.Sandbox;

namespace CardShop.Bot.Desk;

/// <summary>Demo agents for tests and for trying the desk.</summary>
internal sealed class DemoAgents(DeskAccounts accounts) : IDeskAgents
{
    public async Task<string?> MakeAsync(string role, CancellationToken cancellationToken) => role switch
    {
        "agent" => await accounts.MakeDemoAsync(DeskRole.Agent, cancellationToken),
        "reviewer" => await accounts.MakeDemoAsync(DeskRole.Reviewer, cancellationToken),
        "admin" => await accounts.MakeDemoAsync(DeskRole.Admin, cancellationToken),
        _ => null,
    };
}
