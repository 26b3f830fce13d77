using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CardShop.Sqlite;

/// <summary>
/// How this house uses SQLite: what was saved survives a power cut, and a writer waits its turn instead of failing. A handle of the pool is told once: it keeps
/// what it was told for as long as it lives.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>Half a megabyte of pages to a connection in place of two: the system keeps the file in memory anyway, once for all of them.</summary>
    private const string Waiting = "PRAGMA busy_timeout=5000; PRAGMA cache_size=-512;";
    private const string Durable = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;";

    private readonly ConditionalWeakTable<sqlite3, object> _told = [];

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Tell(connection);

    /// <summary>SQLite works on the calling thread either way.</summary>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Tell(connection);
        return Task.CompletedTask;
    }

    private void Tell(DbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        if (connection is SqliteConnection { Handle: { } handle } && !_told.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = For(connection);
            command.ExecuteNonQuery();
            _told.AddOrUpdate(handle, this);
        }
    }

    /// <summary>EF Core looks whether a store exists through a connection that may not write, and so may not set the journal either.</summary>
    private static string For(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly ? Waiting : Waiting + Durable;
}
