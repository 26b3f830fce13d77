using System.Globalization;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using CardShop.Benchmarks.Load;
using Microsoft.Playwright;

namespace CardShop.Benchmarks.Desk;

/// <summary>
/// The desk's queue with 5,000 open cases, in headless Chromium: until its rows are painted, and until a change is. Times are taken in the page, from its own clock, to the
/// frame after the one in which the rows stood in the document.
/// </summary>
internal static class QueueBenchmark
{
    private const int OpenCases = 5_000;
    private const int Callers = 24;
    private const int WarmUps = 4;

    private static readonly TimeSpan Earlier = TimeSpan.FromHours(3);

    public static async Task RunAsync(TextWriter output)
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-benchmark-");
        try
        {
            var host = typeof(QueueBenchmark).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(built => built.Key == "HostAssembly").Value!;
            using var server = await ServerProcess.StartAsync(
                host, directory.FullName, "--urls=http://127.0.0.1:0", $"--CardShop:DataDirectory={directory.FullName}", "--Logging:LogLevel:Default=Warning");
            using var http = new HttpClient { BaseAddress = server.Address };
            var since = await CallAsync(http);
            await FullQueue.FillAsync(Path.Combine(directory.FullName, "bot.db"), OpenCases - Callers, since, since + Earlier);
            using var playwright = await Playwright.CreateAsync();
            await using var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu"],
            });
            await MeasureAsync(output, await QueueScreen.SignInAsync(browser, server.Address, await SignInAsync(http)));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(TextWriter output, QueueScreen screen)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| the queue with {OpenCases:N0} open cases | median ms | slowest ms | times |"));
        await output.WriteLineAsync("| --- | --- | --- | --- |");
        await WriteAsync(output, "opened by its address, until rows are painted", 12, _ => screen.OpenAsync());
        await WriteAsync(output, "the same, until its buttons answer", 12, _ => screen.OpenWholeAsync());
        await WriteAsync(output, "opened from another page of the desk, until rows are painted", 12, _ => screen.ComeBackAsync());
        await WriteAsync(output, "a customer who waited writes that it is settled, until the row is gone", Callers, caller => screen.SettleAsync(Message(caller, "算了，不用了")));
    }

    private static async Task WriteAsync(TextWriter output, string what, int times, Func<int, Task<double>> measure)
    {
        var taken = new List<double>();
        for (var at = 0; at < times; at++)
        {
            taken.Add(await measure(at));
        }

        var counted = taken.Skip(WarmUps).Order().ToList();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"| {what} | {counted[counted.Count / 2]:0} | {counted[^1]:0} | {counted.Count} |"));
    }

    /// <summary>Real customers who have called a person, and who have waited longest once the clock has moved on.</summary>
    /// <returns>When the last of them called.</returns>
    private static async Task<DateTimeOffset> CallAsync(HttpClient http)
    {
        for (var caller = 0; caller < Callers; caller++)
        {
            using var body = new StringContent(Message(caller, "转人工"), System.Text.Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
        }

        using var moved = await http.PostAsJsonAsync("/sandbox/control/clock", new { advanceSeconds = (int)Earlier.TotalSeconds });
        moved.EnsureSuccessStatusCode();
        return moved.Headers.Date!.Value.AddMinutes(1);
    }

    private static async Task<string> SignInAsync(HttpClient http)
    {
        using var made = await http.PostAsJsonAsync("/sandbox/control/agents", new { role = "agent" });
        return (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("signInUrl").GetString()!;
    }

    private static string Message(int caller, string text) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"type":"message","channelId":"emulator","deliveryMode":"expectReplies","serviceUrl":"http://localhost:56150","conversation":{"id":"caller-{{caller}}"},"from":{"id":"u-{{caller}}","role":"user"},"recipient":{"id":"bot","role":"bot"},"textFormat":"plain","locale":"zh-CN","text":"{{text}}"}
        """);
}
