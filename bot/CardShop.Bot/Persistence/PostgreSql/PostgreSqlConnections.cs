using CardShop.Bot.Hosting;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>How this house uses a PostgreSQL server: the configured connection, completed by what finds dead processes out and shares the pool fairly.</summary>
internal sealed class PostgreSqlConnections
{
    private const string DefaultName = "CardShop.Bot";
    private const int SmallestPool = 6;
    private const int Shares = 3;

    /// <summary>Seconds between signs of life on the listening connection, which has nothing else to notice its end by.</summary>
    private const int ListeningKeepAlive = 10;

    /// <summary>
    /// The server lets go of what a machine that vanished held after 40 seconds, and of what a process that stands still held after ten minutes: far longer than
    /// any turn or call takes.
    /// </summary>
    private const string ServerSettings =
        "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=4 -c idle_in_transaction_session_timeout=600000";

    /// <summary>How many statements each connection keeps prepared: more than turns have.</summary>
    private const int PreparedStatements = 100;

    private readonly NpgsqlConnectionStringBuilder _settings;

    /// <exception cref="SettingException">The connection string is not one for PostgreSQL.</exception>
    public PostgreSqlConnections(string connectionString)
    {
        _settings = Read(connectionString);
        _settings.ApplicationName ??= DefaultName;
        _settings.Options ??= ServerSettings;
        if (!_settings.ShouldSerialize("Max Auto Prepare"))
        {
            _settings.MaxAutoPrepare = PreparedStatements;
        }

        // Nothing here changes a session: locks are held by transactions, which end with their use. To reset each time costs the server as much as two of a turn's rows.
        if (!_settings.ShouldSerialize("No Reset On Close"))
        {
            _settings.NoResetOnClose = true;
        }
    }

    /// <summary>For turns, claims and reads: from the pool.</summary>
    public string Pooled => _settings.ConnectionString;

    /// <summary>For listening: a connection of its own.</summary>
    public string Listening => new NpgsqlConnectionStringBuilder(Pooled)
    {
        Pooling = false,
        KeepAlive = ListeningKeepAlive,
        ApplicationName = $"{_settings.ApplicationName} listening",
    }.ConnectionString;

    /// <summary>
    /// How many connections turns may hold at once, and how many claims may. A claim waits for turns and a turn for reads: as each has its share of the pool, none
    /// can take the last connection from what it waits for.
    /// </summary>
    public int Share => _settings.MaxPoolSize / Shares;

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            throw Wrong($"it can't be read ({wrong.Message.TrimEnd('.')})");
        }

        return string.IsNullOrEmpty(settings.Host) ? throw Wrong("it names no host; give one such as Host=db;Database=cardshop;Username=bot;Password=secret")
            : settings.MaxPoolSize < SmallestPool ? throw Wrong($"its Maximum Pool Size is {settings.MaxPoolSize}; it must be {SmallestPool} or more")
            : settings;
    }

    private static SettingException Wrong(string remedy) => new($"{DatabaseOptions.Section}:{nameof(DatabaseOptions.ConnectionString)}", remedy);
}
