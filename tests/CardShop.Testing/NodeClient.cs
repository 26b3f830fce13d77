using System.Diagnostics;

namespace CardShop.Testing;

/// <summary>Runs Microsoft's own clients from tests/clients in Node.</summary>
public static class NodeClient
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "clients");
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    /// <summary>Runs a script to its end; what it asks for on the way is done by <paramref name="answer"/>.</summary>
    /// <exception cref="InvalidOperationException">It did not end well; the message is what it wrote to standard error.</exception>
    public static async Task RunAsync(string script, IEnumerable<string> arguments, Func<string, Task> answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        await Packages.Value;
        using var node = Start("node", [script, .. arguments]);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            while (await node.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith('>'))
                {
                    await answer(line[1..]);
                    await node.StandardInput.WriteLineAsync("done");
                }
            }

            await node.WaitForExitAsync(cancellationToken);
            EnsureItEndedWell(node, await errors);
        }
        finally
        {
            if (!node.HasExited)
            {
                node.Kill(entireProcessTree: true);
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

        using var npm = Start("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
        var output = Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
        await npm.WaitForExitAsync();
        EnsureItEndedWell(npm, string.Join('\n', await output));
    }

    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = Folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{program} did not start.");

    private static void EnsureItEndedWell(Process ended, string said)
    {
        if (ended.ExitCode != 0)
        {
            throw new InvalidOperationException(said);
        }
    }
}
