using System.Net.Http.Json;
using CardShop.Bot.Hosting;
using CardShop.Bot.Hosting.CommandLine;

namespace CardShop.Bot.Tests.Hosting;

public sealed class DoctorTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("doctor-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task DemoShop_PassesItsOwnAcceptanceTest()
    {
        using var bot = BotProcess.Run(_directory.FullName);
        var shop = await ShopOfAsync(bot);

        using var doctor = BotProcess.Run(_directory.FullName, "doctor", "--shop", shop);

        Assert.Equal((0, ""), (await doctor.ExitAsync(), string.Join('\n', doctor.Errors)));
        Assert.DoesNotContain(doctor.Output, line => line.StartsWith("FAIL", StringComparison.Ordinal) || line.StartsWith("skip", StringComparison.Ordinal));
        Assert.Contains(doctor.Output, line => line.StartsWith("ok    cancel: two at once", StringComparison.Ordinal));
        Assert.Matches("^[0-9]{2} good, 0 failed, 0 skipped$", doctor.Output[^1]);
    }

    [Fact]
    public async Task ShopThatAnswersOutsideTheContract_FailsByTheNameOfTheCheck()
    {
        using var bot = BotProcess.Run(_directory.FullName);
        var shop = await ShopOfAsync(bot);
        using var http = new HttpClient();
        using var fault = await http.PostAsJsonAsync(
            new Uri(new Uri(shop), "/sandbox/control/faults"), new { route = "target", status = 200, body = "{\"owner\":\"self\",\"nickname\":\"小林爱打野\"}", times = 1 }, TestContext.Current.CancellationToken);
        fault.EnsureSuccessStatusCode();

        using var doctor = BotProcess.Run(_directory.FullName, "doctor", "--shop", shop);

        Assert.Equal(1, await doctor.ExitAsync());
        var failed = Assert.Single(doctor.Output, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.Matches("^FAIL  target: the customer's own +its nickname is not masked$", failed);
        Assert.EndsWith(" 1 failed, 0 skipped", doctor.Output[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunningBot_IsFoundWell_AndNotDisturbed()
    {
        using var bot = BotProcess.Run(_directory.FullName);
        var address = await bot.AddressAsync();

        using var doctor = BotProcess.Run(_directory.FullName, "doctor");

        Assert.Equal(0, await doctor.ExitAsync());
        Assert.Contains(doctor.Output, line => line.StartsWith("ok    data directory", StringComparison.Ordinal) && line.EndsWith("held by a running bot", StringComparison.Ordinal));
        Assert.Contains(doctor.Output, line => line.StartsWith("ok    migrations", StringComparison.Ordinal));
        Assert.Contains(doctor.Output, line => line.StartsWith("ok    understanding", StringComparison.Ordinal));
        using var http = new HttpClient();
        Assert.True((await http.GetAsync(new Uri(address, "/healthz/ready"), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task BeforeTheFirstStart_SaysWhatIsNotThereYet_AndMakesNothing()
    {
        var (code, lines) = await RunAsync("--CardShop:DataDirectory", Path.Combine(_directory.FullName, "data"));

        Assert.Equal(0, code);
        Assert.Contains(lines, line => line.StartsWith("skip  database", StringComparison.Ordinal));
        Assert.Empty(_directory.GetFileSystemInfos());
    }

    [Fact]
    public async Task DatabaseThatIsBehind_Fails_AndNamesTheVerb()
    {
        await File.WriteAllBytesAsync(Path.Combine(_directory.FullName, "bot.db"), [], TestContext.Current.CancellationToken);

        var (code, lines) = await RunAsync("--CardShop:DataDirectory", _directory.FullName);

        Assert.Equal(1, code);
        Assert.Matches("^FAIL  migrations .* run the verb migrate$", Assert.Single(lines, line => line.StartsWith("FAIL", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task SilentShop_FailsOnce_AndNothingElseIsTried()
    {
        var (code, lines) = await RunAsync("--CardShop:DataDirectory", _directory.FullName, "--shop", "http://127.0.0.1:9/sandbox/shop/v1");

        Assert.Equal(1, code);
        Assert.Collection(
            lines,
            line => Assert.StartsWith("FAIL  a signed question", line, StringComparison.Ordinal),
            line => Assert.Equal("0 good, 1 failed, 0 skipped", line));
    }

    [Theory]
    [InlineData("--shop: its value is missing; ", "--shop")]
    [InlineData("--shop: 'ftp://x' is not an http address; ", "--shop", "ftp://x")]
    [InlineData("--orders: it goes with --shop; ", "--orders", "x.json")]
    [InlineData("--orders: there is no file 'nowhere.json'; ", "--shop", "http://127.0.0.1:9/v1", "--orders", "nowhere.json")]
    [InlineData("CardShop:MaxChanges: ", "--CardShop:MaxChanges", "0")]
    public async Task WrongCommandLine_IsOneLineWithTheRemedy(string begin, params string[] arguments)
    {
        var wrong = await Assert.ThrowsAsync<SettingException>(() => RunAsync(arguments));

        Assert.StartsWith(begin, wrong.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ShopOfAsync(BotProcess bot) => new Uri(await bot.AddressAsync(), "/sandbox/shop/v1").ToString();

    private static async Task<(int Code, IReadOnlyList<string> Lines)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        var code = await Verbs.Find(["doctor"])!(arguments, TextReader.Null, output);
        return (code, output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
