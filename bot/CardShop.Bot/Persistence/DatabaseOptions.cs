using CardShop.Bot.Hosting;

namespace CardShop.Bot.Persistence;

/// <summary>Which database keeps the bot's store.</summary>
internal enum DatabaseProvider
{
    /// <summary>One file in the data directory, for one process.</summary>
    Sqlite,

    /// <summary>A server, for one process or several.</summary>
    PostgreSql,
}

/// <summary>Section <c>Database</c>.</summary>
internal sealed class DatabaseOptions : ISettings
{
    public static string Section => "Database";

    /// <summary>The database.</summary>
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>How to reach the server, such as <c>Host=db;Database=cardshop;Username=bot;Password=secret</c>. Empty for SQLite.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Whether the store belongs to this process alone.</summary>
    public bool IsOwnFile => Provider == DatabaseProvider.Sqlite;

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        if (IsOwnFile != string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return (nameof(ConnectionString), IsOwnFile
                ? "it is for postgresql only; set Database:Provider to postgresql, or leave it empty: SQLite's file is in CardShop:DataDirectory"
                : "it is missing; Database:Provider postgresql needs one such as Host=db;Database=cardshop;Username=bot;Password=secret");
        }
    }
}
