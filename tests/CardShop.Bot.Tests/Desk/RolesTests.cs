using System.Net;
using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Tests.Desk;

/// <summary>Who may open what, and do what, whatever a page has shown them.</summary>
public sealed class RolesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/cases/CS-1")]
    [InlineData("/desk/today")]
    [InlineData("/desk/people")]
    [InlineData("/desk/switch")]
    [InlineData("/desk/audit")]
    [InlineData("/desk/account")]
    public async Task NobodySignedIn_IsSentToTheDoor(string path)
    {
        await using var desk = await RunningDesk.StartAsync();
        using var browser = new DeskBrowser(desk.Address);

        Assert.True((await browser.GetAsync(path)).IsSentToTheDoor);
    }

    /// <summary>L4: the papers of a case are behind the desk's door, whoever has come by the link.</summary>
    [Fact]
    public async Task Papers_AreHandedToWhoeverHasSignedIn_AndToNobodyElse()
    {
        await using var desk = await RunningDesk.StartAsync();
        var allowed = new Capability(Verdict.Allowed);
        var file = new CaseFile
        {
            Number = Orders.CaseNumber,
            State = CaseState.UnderReview,
            Facts = new OrderFacts(Orders.Paid("O-1"), new Capabilities { Version = 1, Hold = allowed, Cancel = allowed, Modify = allowed, Refund = allowed }),
        };
        desk.Bot.Engine.Script = _ => ScriptedEngine.Says("好") with { State = ConversationState.New with { Case = file } };
        await desk.Bot.SayAsync("账号填错了", "a-1");
        var path = $"/desk/documents/{desk.Papers.WriteForDesk(TurnHarness.ConversationId, Orders.CaseNumber, CaseDocument.Application)}";
        var (_, agent) = await desk.EnterAsync(DeskRole.Agent);
        using var nobody = new DeskBrowser(desk.Address);

        Assert.True((await nobody.GetAsync(path)).IsSentToTheDoor);
        Assert.True((await agent.GetAsync(path)).IsShown);
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GetAsync($"/desk/documents/{desk.Papers.Write(TurnHarness.ConversationId, Orders.CaseNumber, CaseDocument.Application)}")).Status);
    }

    [Fact]
    public async Task Circuit_IsOpenedForNobodyWithoutASession()
    {
        await using var desk = await RunningDesk.StartAsync();
        using var browser = new DeskBrowser(desk.Address);

        var answer = await browser.PostAsync("/_blazor/negotiate?negotiateVersion=1", []);

        Assert.True(answer.IsSentToTheDoor || answer.Status is HttpStatusCode.Unauthorized, $"{answer.Status} {answer.Location}");
    }

    [Theory]
    [InlineData(DeskRole.Agent)]
    [InlineData(DeskRole.Reviewer)]
    public async Task PagesForAdmins_AreShownToAdminsOnly(DeskRole role)
    {
        await using var desk = await RunningDesk.StartAsync();
        var (_, browser) = await desk.EnterAsync(role);
        var (_, admin) = await desk.EnterAsync(DeskRole.Admin);

        foreach (var path in new[] { "/desk/people", "/desk/switch", "/desk/audit" })
        {
            Assert.Equal("/desk/denied", (await browser.GetAsync(path)).Location);
            Assert.True((await admin.GetAsync(path)).IsShown);
        }
    }

    [Fact]
    public async Task AgentWhoCallsAnAdminsActionDirectly_IsRefused_AndNothingHappens()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (id, browser) = await desk.EnterAsync(DeskRole.Agent);
        var accounts = desk.Staff;

        foreach (var agent in new[] { DeskHarness.Li, DeskHarness.Reviewer, DeskHarness.Stranger })
        {
            Assert.Empty(await accounts.ListAsync(agent, Token));
            Assert.Null(await accounts.InviteAsync(agent, "eve", "Eve", DeskRole.Admin, Token));
            Assert.Null(await accounts.InviteAgainAsync(agent, id, Token));
            Assert.Equal(DeskResult.NotAllowed, await accounts.SetRoleAsync(agent, id, DeskRole.Admin, Token));
            Assert.Equal(DeskResult.NotAllowed, await accounts.SetDisabledAsync(agent, id, isDisabled: true, Token));
            Assert.Equal(DeskResult.NotAllowed, await accounts.ResetCodesAsync(agent, id, Token));
            Assert.Equal(DeskResult.NotAllowed, await accounts.RevokeAsync(agent, id, Token));
        }

        Assert.True((await browser.GetAsync("/desk")).IsShown);
        Assert.Single(await accounts.ListAsync(DeskHarness.Admin, Token));
    }

    [Fact]
    public async Task Queue_IsInThePageItself_BeforeItsLineToTheServerStands_AndNotYetToBeActedOn()
    {
        await using var desk = await RunningDesk.StartAsync();
        var number = await desk.Bot.CallAsync();
        var (_, browser) = await desk.EnterAsync(DeskRole.Agent);

        var html = (await browser.GetAsync("/desk")).Html;

        Assert.Contains($"href=\"/desk/cases/{number}\"", html, StringComparison.Ordinal);
        Assert.Contains("disabled", html, StringComparison.Ordinal);
        Assert.Empty(await desk.Bot.QueryAsync(context => Task.FromResult(context.DeskPages.ToList())));
    }

    [Fact]
    public async Task Admin_CannotShutThemselvesOut()
    {
        await using var desk = await RunningDesk.StartAsync();
        var (id, _) = await desk.EnterAsync(DeskRole.Admin);
        var self = new AgentIdentity(id, "Ada", [DeskRole.Admin]);

        Assert.Equal(DeskResult.NotAllowed, await desk.Staff.SetRoleAsync(self, id, DeskRole.Agent, Token));
        Assert.Equal(DeskResult.NotAllowed, await desk.Staff.SetDisabledAsync(self, id, isDisabled: true, Token));
    }

    [Fact]
    public async Task Pages_AreNeitherFramedNorKept_AndRunOnlyTheDesksOwnScripts()
    {
        await using var desk = await RunningDesk.StartAsync();
        using var browser = new DeskBrowser(desk.Address);

        var headers = (await browser.GetAsync("/desk/sign-in")).Headers;

        Assert.Contains("script-src 'self';", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("no-store", headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("nosniff", headers["X-Content-Type-Options"]);
    }
}
