using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>
/// Runs statements on one connection and keeps them compiled: a turn's are the same as those of the turn before, and to compile one takes SQLite longer than to run it. Used by one at a time,
/// and disposed of before the connection.
/// </summary>
internal sealed class KeptStatements(SqliteConnection connection) : IDisposable
{
    private readonly sqlite3 _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];

    /// <summary>How many rows the last statement that writes has written.</summary>
    public int Changes => raw.sqlite3_changes(_database);

    /// <summary>Runs a statement that answers nothing.</summary>
    /// <exception cref="SqliteException">SQLite refuses.</exception>
    public void Run(string sql, params ReadOnlySpan<object?> values) => Run(sql, static _ => true, values);

    /// <summary>Runs a statement and reads the first row of its answer; the default without one.</summary>
    /// <exception cref="SqliteException">SQLite refuses.</exception>
    public T? Run<T>(string sql, Func<sqlite3_stmt, T> read, params ReadOnlySpan<object?> values)
    {
        var statement = Compiled(sql);
        try
        {
            for (var index = 0; index < values.Length; index++)
            {
                Check(Bind(statement, index + 1, values[index]));
            }

            var step = raw.sqlite3_step(statement);
            var answer = step == raw.SQLITE_ROW ? read(statement) : default;
            while (step == raw.SQLITE_ROW)
            {
                step = raw.sqlite3_step(statement);
            }

            Check(step == raw.SQLITE_DONE ? raw.SQLITE_OK : step);
            return answer;
        }
        finally
        {
            // It tells once more what went wrong in the step; values of the next run take the place of these.
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    private static int Bind(sqlite3_stmt statement, int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, parameter),
        string text => raw.sqlite3_bind_text(statement, parameter, text),
        long number => raw.sqlite3_bind_int64(statement, parameter, number),
        int number => raw.sqlite3_bind_int(statement, parameter, number),
        bool yes => raw.sqlite3_bind_int(statement, parameter, yes ? 1 : 0),
        _ => throw new NotSupportedException($"SQLite stores no {value.GetType().Name} here."),
    };

    private sqlite3_stmt Compiled(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
            _statements.Add(sql, statement);
        }

        return statement;
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _database);
}
