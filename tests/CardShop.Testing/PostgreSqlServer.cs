using System.Diagnostics;
using Npgsql;

namespace CardShop.Testing;

/// <summary>
/// A PostgreSQL server for the tests of one process: its own data in a temporary directory, reached by a socket there and by nobody else. It ends with the process,
/// however that ends.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    private const string User = "postgres";
    private const string MaintenanceDatabase = "postgres";
    private const int MaxConnections = 300;

    /// <summary>No test cuts the power: nothing needs to be written through to the disk.</summary>
    private const string InHaste = "-c fsync=off -c full_page_writes=off";

    /// <summary>Runs the server until the standard input ends, which it does with the test process.</summary>
    private const string Script =
        """
        set -e
        cd "$1"
        "$2/initdb" -D data -U postgres -A trust -E UTF8 --locale=C --no-sync >initdb.log 2>&1
        "$2/postgres" -D "$1/data" -k "$1" -c listen_addresses= -c max_connections="$3" $4 >postgres.log 2>&1 &
        server=$!
        read -r _ || true
        kill -INT "$server"
        wait "$server" || true
        """;

    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private readonly string _directory;
    private readonly Process _process;

    private PostgreSqlServer(string directory, Process process) => (_directory, _process) = (directory, process);

    /// <summary>Whether there is anything to start.</summary>
    public static bool IsInstalled => Programs() is not null;

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">Whether each commit is written through to the disk, as on a server that is not for tests.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or does not start.</exception>
    public static async Task<PostgreSqlServer> StartAsync(bool isDurable = false)
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-pg-").FullName;
        PostgreSqlServer server = new(directory, Launch(directory, isDurable ? "" : InHaste));
        await server.ReadyAsync();
        return server;
    }

    /// <summary>How a database of the server is reached.</summary>
    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder { Host = _directory, Username = User, Database = database }.ConnectionString;

    /// <summary>Makes a database, empty or as a copy of another one that nobody is connected to.</summary>
    public Task CreateDatabaseAsync(string name, string? template = null) => ExecuteAsync($"CREATE DATABASE {name}{(template is null ? "" : $" TEMPLATE {template}")}");

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public Task DropDatabaseAsync(string name) => ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");

    /// <summary>Ends it and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>PostgreSQL refuses to run as root: then it runs as the user that its package brings.</summary>
    private static Process Launch(string directory, string settings)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true };
        var programs = Programs() ?? throw new InvalidOperationException("PostgreSQL is not installed: tests/run installs it.");
        string[] command = ["sh", "-c", Script, "sh", directory, programs, MaxConnections.ToString(System.Globalization.CultureInfo.InvariantCulture), settings];
        if (Environment.IsPrivilegedProcess)
        {
            using (var own = Process.Start("chown", [User, directory]))
            {
                own.WaitForExit();
            }

            command = ["runuser", "-u", User, "--", .. command];
        }

        start.FileName = command[0];
        foreach (var argument in command[1..])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Where the programs of the newest installed release are; null without any. Debian keeps them out of the path.</summary>
    private static string? Programs()
    {
        var debian = new DirectoryInfo("/usr/lib/postgresql");
        var installed = debian.Exists ? debian.GetDirectories().Select(release => Path.Combine(release.FullName, "bin")) : [];
        return installed.Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")))
            .MaxBy(folder => folder, StringComparer.Create(System.Globalization.CultureInfo.InvariantCulture, System.Globalization.CompareOptions.NumericOrdering));
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(StartsWithin);
        while (true)
        {
            try
            {
                await ExecuteAsync("SELECT 1");
                return;
            }
            catch (NpgsqlException) when (!_process.HasExited && !patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            }
            catch (NpgsqlException unready)
            {
                var logs = Directory.GetFiles(_directory, "*.log").Select(File.ReadAllText);
                throw new InvalidOperationException($"PostgreSQL does not start: {string.Join('\n', logs)}", unready);
            }
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(ConnectionString(MaintenanceDatabase)) { Pooling = false };
        await using NpgsqlConnection connection = new(settings.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
