using System.Diagnostics;
using System.Text.RegularExpressions;
using CardShop.Testing;

namespace CardShop.Benchmarks.Load;

/// <summary>A server as a process of its own, which tells where it listens.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Resident memory, in bytes.</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the bot as its own build has it: compiled ahead of time, which the copy beside the benchmarks is not.</summary>
    public static Task<ServerProcess> StartBotAsync(string directory, params string[] arguments)
    {
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        return StartAsync(Path.Combine(Repository.Root, "bot", "CardShop.Bot", "bin", built.Parent!.Name, built.Name, "CardShop.Bot.dll"), directory, ["--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=Warning", .. arguments]);
    }

    /// <summary>Starts an assembly that tells where it listens.</summary>
    public static async Task<ServerProcess> StartAsync(string assembly, string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Read(line.Data, listening);
        process.ErrorDataReceived += (_, line) => Read(line.Data, listening);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"{assembly} ended before it listened."));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ServerProcess(process, await listening.Task.WaitAsync(StartsWithin));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static void Read(string? line, TaskCompletionSource<Uri> listening)
    {
        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex("Now listening on: (http://[0-9.]+:[0-9]+)")]
    private static partial Regex Listening();
}
