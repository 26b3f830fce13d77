using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>The real host as a process that can be killed and started again on the same data.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);
    private readonly StringBuilder _output = new();
    private readonly string _data;
    private readonly (string Name, string Value)[] _settings;
    private Process? _process;

    /// <summary>Where it is to serve; port 0 takes any that is free.</summary>
    private Uri _place = new("http://127.0.0.1:0");

    private HostProcess(string data, (string Name, string Value)[] settings) => (_data, _settings) = (data, settings);

    public Uri Address { get; private set; } = null!;

    public string DataDirectory => _data;

    public static async Task<HostProcess> StartNewAsync(params (string Name, string Value)[] settings)
    {
        var host = new HostProcess(Directory.CreateTempSubdirectory("cardshop-e2e-").FullName, settings);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = Launch();
        _process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        _process.ErrorDataReceived += (_, line) => Read(line.Data, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The host stopped while starting:\n{Output()}"));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await listening.Task.WaitAsync(StartsWithin);
    }

    /// <summary>Ends it, at once or as Ctrl+C does, and starts it again at the address that its customers know.</summary>
    public async Task RestartAsync(bool isKilled)
    {
        _place = Address;
        if (isKilled)
        {
            await KillAsync();
        }
        else
        {
            await StopAsync();
        }

        await StartAsync();
    }

    /// <summary>Starts it, and kills it before it may be ready.</summary>
    public async Task KillWhileStartingAsync(TimeSpan after)
    {
        _process = Launch();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Task.Delay(after);
        await KillAsync();
    }

    /// <summary>A second process on the same data: its exit code, and what it wrote to standard error.</summary>
    public async Task<(int ExitCode, string Error)> StartSecondAsync()
    {
        using var second = Launch();
        var error = second.StandardError.ReadToEndAsync();
        _ = second.StandardOutput.ReadToEndAsync();
        await second.WaitForExitAsync().WaitAsync(StartsWithin);
        return (second.ExitCode, await error);
    }

    /// <summary>Ends the process at once, as kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Ends the process as Ctrl+C does, and waits until it has.</summary>
    private async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(StartsWithin);
        _process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }

        Directory.Delete(_data, recursive: true);
    }

    private Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly(), "--urls", _place.AbsoluteUri])
        {
            WorkingDirectory = Path.GetDirectoryName(Assembly())!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["CardShop__DataDirectory"] = _data;
        foreach (var (name, value) in _settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return Process.Start(start)!;
    }

    private static string Assembly([CallerFilePath] string file = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(root, "bot", "CardShop.Bot", "bin", built.Parent!.Name, built.Name, "CardShop.Bot.dll");
    }

    private void Read(string? line, TaskCompletionSource<Uri> listening)
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
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    /// <summary>What it wrote, for a failure's message.</summary>
    public string Output()
    {
        lock (_output)
        {
            return _output.ToString();
        }
    }

    [GeneratedRegex("""Now listening on: "?(http://127\.0\.0\.1:[0-9]+)""")]
    private static partial Regex Listening();
}
