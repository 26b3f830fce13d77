using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>A store that the migrations have built, once for all tests: each test begins with a copy of the file.</summary>
internal static class TemplateStore
{
    private const string FileName = "sandbox.db";
    private static readonly Lazy<Task<byte[]>> Built = new(BuildAsync);

    public static async Task CopyToAsync(DirectoryInfo directory) =>
        await File.WriteAllBytesAsync(Path.Combine(directory.FullName, FileName), await Built.Value);

    private static async Task<byte[]> BuildAsync()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-");
        var setup = new SandboxSetup
        {
            DataDirectory = directory.FullName,
            WallClock = new ManualTime(),
            Secrets = _ => new SandboxSecrets("", "", ""),
            BotAddress = (_, _) => throw new InvalidOperationException("No bot is needed to build a store."),
        };
        await using (var services = new ServiceCollection().AddLogging().AddSandbox(setup).BuildServiceProvider())
        {
            await services.MigrateSandboxAsync(CancellationToken.None);
        }

        // The last connection to close moves everything from the write-ahead log into the file.
        SqliteConnection.ClearAllPools();
        var file = await File.ReadAllBytesAsync(Path.Combine(directory.FullName, FileName));
        directory.Delete(recursive: true);
        return file;
    }
}
