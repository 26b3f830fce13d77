using Microsoft.Data.Sqlite;
using Npgsql;

namespace CardShop.Benchmarks.Bare;

/// <summary>Writes one row, and commits it durably before it answers.</summary>
internal interface IRowStore
{
    Task WriteAsync(string key, byte[] row);
}

internal static class RowStores
{
    public static IRowStore Open(string system, string connection) => system switch
    {
        "sqlite" => new SqliteRows(connection),
        "postgresql" => new PostgreSqlRows(connection),
        _ => throw new ArgumentOutOfRangeException(nameof(system), system, "Neither sqlite nor postgresql."),
    };
}

/// <summary>One connection, one writer at a time: what SQLite does best. WAL and synchronous=FULL, as the bot has them.</summary>
internal sealed class SqliteRows : IRowStore, IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _write;
    private readonly SemaphoreSlim _pen = new(1, 1);

    public SqliteRows(string path)
    {
        _connection = new SqliteConnection($"Data Source={path}");
        _connection.Open();
        using (var setUp = _connection.CreateCommand())
        {
            setUp.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE IF NOT EXISTS rows (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID";
            setUp.ExecuteNonQuery();
        }

        _write = _connection.CreateCommand();
        _write.CommandText = "INSERT INTO rows (id, body) VALUES ($id, $body) ON CONFLICT (id) DO UPDATE SET body = excluded.body";
        _write.Parameters.Add("$id", SqliteType.Text);
        _write.Parameters.Add("$body", SqliteType.Blob);
        _write.Prepare();
    }

    public async Task WriteAsync(string key, byte[] row)
    {
        await _pen.WaitAsync();
        try
        {
            _write.Parameters[0].Value = key;
            _write.Parameters[1].Value = row;
            _write.ExecuteNonQuery();
        }
        finally
        {
            _pen.Release();
        }
    }

    public void Dispose()
    {
        _write.Dispose();
        _connection.Dispose();
        _pen.Dispose();
    }
}

/// <summary>A pool of connections, prepared statements, synchronous_commit=on.</summary>
internal sealed class PostgreSqlRows : IRowStore, IDisposable
{
    private readonly NpgsqlDataSource _source;

    public PostgreSqlRows(string connection)
    {
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { Options = "-c synchronous_commit=on", MaxAutoPrepare = 4, AutoPrepareMinUsages = 1 });
        using var setUp = _source.CreateCommand("CREATE TABLE IF NOT EXISTS bare_rows (id text PRIMARY KEY, body bytea NOT NULL)");
        setUp.ExecuteNonQuery();
    }

    public async Task WriteAsync(string key, byte[] row)
    {
        await using var write = _source.CreateCommand("INSERT INTO bare_rows (id, body) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET body = excluded.body");
        write.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key });
        write.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = row });
        await write.ExecuteNonQueryAsync();
    }

    public void Dispose() => _source.Dispose();
}
