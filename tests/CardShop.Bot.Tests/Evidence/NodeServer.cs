using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CardShop.Testing;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>A stand-in for a cloud's store from npm (tests/stores), on a free port, with a folder of its own.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private static readonly string Packages = Path.Combine(Repository.Root, "tests", "stores");
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    private readonly string _folder = Directory.CreateTempSubdirectory("cardshop-").FullName;
    private Process? _server;

    public int Port { get; } = FreePort();

    public static async Task<NodeServer> StartAsync(string program, Func<NodeServer, string, string[]> arguments)
    {
        await Installed.Value;
        var server = new NodeServer();
        server._server = Start(Path.Combine(Packages, "node_modules", ".bin", program), arguments(server, server._folder));
        _ = server._server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = server._server.StandardError.ReadToEndAsync(CancellationToken.None);
        await server.WaitAsync();
        return server;
    }

    /// <summary>It is gone, as a store that is down.</summary>
    public async Task KillAsync()
    {
        _server!.Kill(entireProcessTree: true);
        await _server.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            await KillAsync();
        }

        _server?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task InstallAsync()
    {
        var installed = new FileInfo(Path.Combine(Packages, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Packages, "package-lock.json")))
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
        WorkingDirectory = Packages,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    }) ?? throw new InvalidOperationException($"{program} did not start.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync()
    {
        for (var look = 0; look < 300; look++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException)
            {
                Assert.False(_server!.HasExited, "The server has ended.");
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        Assert.Fail("The server does not listen.");
    }
}
