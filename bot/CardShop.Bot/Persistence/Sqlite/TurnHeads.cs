using System.Collections.Concurrent;
using CardShop.Bot.Telemetry;
using SQLitePCL;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>Reads where conversations stand, by connections that stay open: no more of them than ever read at the same moment.</summary>
internal sealed class TurnHeads(SqliteConnections connections, DatabaseTelemetry telemetry) : IDisposable
{
    private readonly ConcurrentBag<KeptConnection> _free = [];

    /// <summary>Looks.</summary>
    public TurnHead Read(string conversationId, string inboundId)
    {
        var connection = _free.TryTake(out var free) ? free : connections.Open();
        using var watched = telemetry.Begin(SqliteDialect.System, DatabaseTelemetry.Select);
        try
        {
            var head = connection.Statements.Run(TurnHead.Sql, Read, conversationId, inboundId)!;
            watched.Ended();
            return head;
        }
        finally
        {
            _free.Add(connection);
        }
    }

    public void Dispose()
    {
        foreach (var connection in _free)
        {
            connection.Dispose();
        }
    }

    private static TurnHead Read(sqlite3_stmt row) => new(
        Has(row, 0) ? new Stand(raw.sqlite3_column_int64(row, 0), raw.sqlite3_column_int64(row, 1)) : null,
        Has(row, 2) ? new SeenBefore(raw.sqlite3_column_int64(row, 2), raw.sqlite3_column_int64(row, 3)) : null,
        Has(row, 4) ? raw.sqlite3_column_text(row, 4).utf8_to_string() : null);

    private static bool Has(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) != raw.SQLITE_NULL;
}
