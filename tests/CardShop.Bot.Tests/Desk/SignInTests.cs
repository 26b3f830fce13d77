using System.Net;
using CardShop.Bot.Tests.Fakes;
using CardShop.Desk.Services;
using CardShop.Desk.SignIn;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Desk;

public sealed class SignInOnSqliteTests() : SignInTests(StoreKind.Sqlite);

public sealed class SignInOnPostgreSqlTests() : SignInTests(StoreKind.PostgreSql);

/// <summary>The door of the desk, over real HTTP.</summary>
public abstract class SignInTests(StoreKind store) : DeskTest(store)
{
    private const string Password = "四个字节的好密码啊啊";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PasswordAndCode_LetIn_AndThePasswordAloneDoesNot()
    {
        await using var desk = await DeskAsync();
        var (_, browser) = await desk.InviteAsync("li", DeskRole.Agent, Password);
        var app = Authenticator.Of((await browser.GetAsync("/desk/code")).Html);
        Assert.True((await browser.GetAsync("/desk")).IsSentToTheDoor);

        Assert.Contains("数字不对", (await browser.GiveCodeAsync(app.WrongCode)).Text, StringComparison.Ordinal);
        Assert.True((await browser.GetAsync("/desk")).IsSentToTheDoor);
        Assert.Equal("/desk", (await browser.GiveCodeAsync(app.Code)).Location);

        Assert.True((await browser.GetAsync("/desk")).IsShown);
    }

    [Fact]
    public async Task Code_IsTakenOnce()
    {
        await using var desk = await DeskAsync();
        var (_, browser) = await desk.InviteAsync("li", DeskRole.Agent, Password);
        var app = Authenticator.Of((await browser.GetAsync("/desk/code")).Html);
        await browser.GiveCodeAsync(app.Code);

        using var thief = new DeskBrowser(desk.Address);
        await thief.GivePasswordAsync("li", Password);
        Assert.Contains("已经用过", (await thief.GiveCodeAsync(app.Code)).Text, StringComparison.Ordinal);

        desk.Wall.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/desk", (await thief.GiveCodeAsync(app.Code)).Location);
    }

    [Fact]
    public async Task FiveWrongPasswords_LockTheName_AlsoForTheRightOne_UntilTimeHasPassed()
    {
        await using var desk = await DeskAsync();
        await desk.InviteAsync("li", DeskRole.Agent, Password);
        using var browser = new DeskBrowser(desk.Address);

        for (var tries = 0; tries < 4; tries++)
        {
            Assert.Contains("登录名或密码不对", (await browser.GivePasswordAsync("li", "nothing of the kind")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("请 15 分钟后再试", (await browser.GivePasswordAsync("li", "nothing of the kind")).Text, StringComparison.Ordinal);
        Assert.Contains("请 15 分钟后再试", (await browser.GivePasswordAsync("LI", Password)).Text, StringComparison.Ordinal);

        await desk.Bot.QueryAsync(context => context.DeskAccounts.ExecuteUpdateAsync(row => row.SetProperty(account => account.LockedUntil, DateTimeOffset.UnixEpoch), Token));
        Assert.Equal("/desk/code", (await browser.GivePasswordAsync("li", Password)).Location);
    }

    [Fact]
    public async Task FiveWrongCodes_LockTheNameToo()
    {
        await using var desk = await DeskAsync();
        var (_, browser) = await desk.InviteAsync("li", DeskRole.Agent, Password);
        var app = Authenticator.Of((await browser.GetAsync("/desk/code")).Html);

        for (var tries = 0; tries < 5; tries++)
        {
            await browser.GiveCodeAsync(app.WrongCode);
        }

        Assert.Contains("请 15 分钟后再试", (await browser.GiveCodeAsync(app.Code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameThatNobodyHas_AndAccountThatIsShut_AreToldTheSame()
    {
        await using var desk = await DeskAsync();
        var (id, _) = await desk.InviteAsync("li", DeskRole.Agent, Password);
        await desk.Staff.SetDisabledAsync(DeskHarness.Admin, id, isDisabled: true, Token);
        using var browser = new DeskBrowser(desk.Address);

        foreach (var (name, password) in new[] { ("nobody", Password), ("li", Password), ("li", "wrong as can be") })
        {
            Assert.Contains("登录名或密码不对", (await browser.GivePasswordAsync(name, password)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LinkForTheFirstAdmin_WorksOnce()
    {
        await using var desk = await DeskAsync();
        var link = await desk.Links.MakeAsync(accountId: null, signsIn: false, Token);
        using var first = new DeskBrowser(desk.Address);
        using var second = new DeskBrowser(desk.Address);
        var hidden = DeskBrowser.HiddenFields((await second.GetAsync(link)).Html).ToList();

        Assert.Equal("/desk/code", (await first.SubmitAsync(link, ("Given.Name", "ada"), ("Given.DisplayName", "Ada"), ("Given.Password", Password))).Location);

        Assert.Contains("此链接已失效或已用过", (await second.GetAsync(link)).Text, StringComparison.Ordinal);
        await second.PostAsync(link, [.. hidden, KeyValuePair.Create("Given.Name", "eve"), KeyValuePair.Create("Given.DisplayName", "Eve"), KeyValuePair.Create("Given.Password", Password)]);
        Assert.Equal(["ada"], await desk.Bot.QueryAsync(context => context.DeskAccounts.Select(row => row.SignInName).ToListAsync(Token)));
    }

    [Fact]
    public async Task Links_HaveTheirTime()
    {
        await using var desk = await DeskAsync();
        var (invitation, demo) = (await desk.Links.MakeAsync(null, signsIn: false, Token), await desk.Demo.MakeAsync(DeskRole.Agent, Token));
        using var browser = new DeskBrowser(desk.Address);

        desk.Wall.Advance(OneTimeLinks.SignInLifetime);
        Assert.Contains("此链接已失效或已用过", (await browser.GetAsync(demo)).Text, StringComparison.Ordinal);
        Assert.True((await browser.GetAsync("/desk")).IsSentToTheDoor);
        desk.Wall.Advance(OneTimeLinks.InvitationLifetime);
        Assert.Contains("此链接已失效或已用过", (await browser.GetAsync(invitation)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinkThatSignsIn_WorksOnce()
    {
        await using var desk = await DeskAsync();
        var link = await desk.Demo.MakeAsync(DeskRole.Agent, Token);
        using var first = new DeskBrowser(desk.Address);
        using var second = new DeskBrowser(desk.Address);

        Assert.Equal("/desk", (await first.GetAsync(link)).Location);
        Assert.Contains("此链接已失效或已用过", (await second.GetAsync(link)).Text, StringComparison.Ordinal);

        Assert.True((await first.GetAsync("/desk")).IsShown);
        Assert.True((await second.GetAsync("/desk")).IsSentToTheDoor);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("role")]
    [InlineData("disabled")]
    public async Task Session_ThatAnAdminEnds_HasEndedWithTheNextRequest(string how)
    {
        await using var desk = await DeskAsync();
        var (id, browser) = await desk.EnterAsync(DeskRole.Reviewer);
        Assert.True((await browser.GetAsync("/desk")).IsShown);

        Assert.True((how switch
        {
            "revoked" => await desk.Staff.RevokeAsync(DeskHarness.Admin, id, Token),
            "role" => await desk.Staff.SetRoleAsync(DeskHarness.Admin, id, DeskRole.Agent, Token),
            _ => await desk.Staff.SetDisabledAsync(DeskHarness.Admin, id, isDisabled: true, Token),
        }).IsDone);

        Assert.True((await browser.GetAsync("/desk")).IsSentToTheDoor);
    }

    [Fact]
    public async Task SignedOut_IsOut()
    {
        await using var desk = await DeskAsync();
        var (_, browser) = await desk.EnterAsync(DeskRole.Agent);
        var page = await browser.GetAsync("/desk/account");
        var hidden = DeskBrowser.HiddenFields(page.Html).DistinctBy(field => field.Key);

        await browser.PostAsync("/desk/account", hidden);

        Assert.True((await browser.GetAsync("/desk")).IsSentToTheDoor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("forged")]
    public async Task ForgedAntiforgeryToken_IsRefused_AndNothingHappens(string? token)
    {
        await using var desk = await DeskAsync();
        var (_, browser) = await desk.EnterAsync(DeskRole.Agent);
        var hidden = DeskBrowser.HiddenFields((await browser.GetAsync("/desk/account")).Html).DistinctBy(field => field.Key)
            .Where(field => field.Key != "__RequestVerificationToken" || token is not null)
            .Select(field => field.Key == "__RequestVerificationToken" ? KeyValuePair.Create(field.Key, token!) : field);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/desk/account", hidden)).Status);

        Assert.True((await browser.GetAsync("/desk")).IsShown);
    }
}
