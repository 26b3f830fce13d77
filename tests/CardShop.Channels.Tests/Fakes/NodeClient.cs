using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>Runs Microsoft's own client from tests/clients in Node.</summary>
internal static class NodeClient
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "..", "..", "clients"));
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    /// <summary>Runs one scenario to its end; what it asks for on the way is done by <paramref name="answer"/>.</summary>
    public static async Task RunAsync(string scenario, RunningChannels channels, Func<string, Task> answer)
    {
        await Packages.Value;
        using var node = Start("node", "directline.mjs", channels.Address.AbsoluteUri.TrimEnd('/'), RunningChannels.Secret, scenario);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            while (await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith('>'))
                {
                    await answer(line[1..]);
                    await node.StandardInput.WriteLineAsync("done");
                }
            }

            await node.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(node.ExitCode == 0, await errors);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill();
            }
        }
    }

    /// <summary>Brings the packages that the lock file names, unless they are there.</summary>
    private static async Task InstallAsync()
    {
        var installed = new FileInfo(Path.Combine(Folder, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")))
        {
            return;
        }

        using var npm = Start("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        var output = Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        Assert.True(npm.ExitCode == 0, string.Join('\n', await output));
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{program} did not start.");

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
