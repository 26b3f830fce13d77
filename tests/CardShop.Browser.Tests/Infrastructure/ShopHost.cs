using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace CardShop.Browser.Tests.Infrastructure;

/// <summary>The real host as its own process, on a free port, with a data directory of its own. A test may restart it.</summary>
public sealed partial class ShopHost : IAsyncLifetime
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly string _data = Directory.CreateTempSubdirectory("cardshop-browser-").FullName;
    private readonly StringBuilder _output = new();
    private TaskCompletionSource<Uri> _listening = new();
    private Process? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    public async ValueTask InitializeAsync() => await StartAsync();

    /// <summary>Starts it, after a stop at the address that it had and with the data that it had.</summary>
    public async Task StartAsync()
    {
        _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet", [BuiltPaths.HostAssembly, "--urls", Address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = Path.GetDirectoryName(BuiltPaths.HostAssembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CardShop__DataDirectory"] = _data;
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The host stopped while starting:\n{Output()}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _listening.Task.WaitAsync(StartsWithin);
    }

    /// <summary>Kills it: no farewell reaches anybody.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_data, recursive: true);
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    [GeneratedRegex("""Now listening on: "?(http://127\.0\.0\.1:[0-9]+)""")]
    private static partial Regex Listening();
}
