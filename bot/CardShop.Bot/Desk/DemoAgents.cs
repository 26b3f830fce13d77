using CardShop.Desk.Services;
using CardShop.Desk.SignIn;
using CardShop.Sandbox;

namespace CardShop.Bot.Desk;

/// <summary>Demo agents for tests and for trying the desk.</summary>
internal sealed class DemoAgents(DemoAccounts accounts) : IDeskAgents
{
    public async Task<string?> MakeAsync(string role, CancellationToken cancellationToken) => role switch
    {
        "agent" => await accounts.MakeAsync(DeskRole.Agent, cancellationToken),
        "reviewer" => await accounts.MakeAsync(DeskRole.Reviewer, cancellationToken),
        "admin" => await accounts.MakeAsync(DeskRole.Admin, cancellationToken),
        _ => null,
    };
}
