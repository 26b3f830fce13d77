using System.Net;
using CardShop.Testing;

namespace CardShop.Bot.Tests.Hosting;

public sealed class BotProcessTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("cardshop-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Host_ServesThePageAndItsProbes_RefusesASecondOne_AndStopsCleanly()
    {
        using var bot = BotProcess.Run(_directory);
        using var http = new HttpClient { BaseAddress = await bot.AddressAsync() };

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz/live", Token)).StatusCode);
        Assert.Equal("""{"status":"healthy","checks":{"database":"healthy","shop":"healthy"}}""", await http.GetStringAsync("/healthz/ready", Token));
        Assert.Equal("text/html", (await http.GetAsync("/", Token)).Content.Headers.ContentType?.MediaType);
        Assert.Equal("application/problem+json", (await http.GetAsync("/nowhere", Token)).Content.Headers.ContentType?.MediaType);

        using (var second = BotProcess.Run(_directory))
        {
            Assert.Equal(2, await second.ExitAsync());
            Assert.StartsWith("CardShop:DataDirectory: ", Assert.Single(second.Errors), StringComparison.Ordinal);
        }

        Assert.Equal(0, await bot.InterruptAsync());
        Assert.Empty(bot.Output);
        Assert.True(File.Exists(Path.Combine(_directory, "data", "bot.db")));
    }

    [Theory]
    [InlineData("Shop:Commands", "--Shop:Commands=banana")]
    [InlineData("urls", "--urls=nonsense")]
    [InlineData("Database:Provider", "--Database:Provider=banana")]
    [InlineData("Database:ConnectionString", "--Database:Provider=postgresql")]
    [InlineData("Database:ConnectionString", "--Database:Provider=postgresql", "--Database:ConnectionString=Host=/nowhere;Database=d;Username=u")]
    [InlineData("verb 'nonsense'", "nonsense")]
    [InlineData("Shop:KeyId", "--Shop:BaseUrl=https://shop.example/v1/")]
    public async Task WrongSetting_StopsTheStartWithOneLine(string named, params string[] arguments)
    {
        using var bot = BotProcess.Run(_directory, arguments);

        Assert.Equal(2, await bot.ExitAsync());
        Assert.StartsWith(named + ": ", Assert.Single(bot.Errors), StringComparison.Ordinal);
        Assert.Empty(bot.Output);
    }

    [Fact]
    public async Task HostsWithoutAFileOfTheirOwn_MayShareADirectory_AndBothLogThere()
    {
        await using var store = await PostgreSqlStores.CreateAsync();
        const string secret = "a secret for tests, long enough for any";
        string[] arguments =
        [
            "--urls=http://127.0.0.1:0", "--Shop:BaseUrl=http://127.0.0.1:9/", "--Shop:KeyId=key", $"--Shop:Secret={secret}", $"--DirectLine:Secret={secret}",
            $"--DirectLine:SigningKey={secret}", "--Database:Provider=postgresql", $"--Database:ConnectionString={store.ConnectionString}",
        ];
        Uri[] addresses;
        using (var first = BotProcess.Run(_directory, arguments))
        using (var second = BotProcess.Run(_directory, arguments))
        {
            addresses = await Task.WhenAll(first.AddressAsync(), second.AddressAsync());
            Assert.Equal(0, await first.InterruptAsync());
            Assert.Equal(0, await second.InterruptAsync());
        }

        var logs = string.Concat(Directory.GetFiles(Path.Combine(_directory, "data", "logs")).Select(File.ReadAllText));
        Assert.All(addresses, address => Assert.Contains(address.Authority, logs, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(_directory, "data", "bot.db")));
    }

    [Fact]
    public async Task Migrate_BringsTheStoreUpToDate_AndTellsNothingElseOnStandardOutput()
    {
        using (var bot = BotProcess.Run(_directory, "migrate"))
        {
            Assert.Equal(0, await bot.ExitAsync());
            Assert.EndsWith("_Initial", bot.Output[0], StringComparison.Ordinal);
            Assert.All(bot.Output, line => Assert.Matches("^[0-9]{14}_[A-Za-z]+$", line));
        }

        using var again = BotProcess.Run(_directory, "migrate");
        Assert.Equal(0, await again.ExitAsync());
        Assert.Empty(again.Output);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
