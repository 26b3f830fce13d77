using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CardShop.Bot.Persistence.Sqlite;

/// <summary>
/// Keeps the statements that the connection which writes has compiled: a turn's nine are the same as those of the turn before, and to compile one takes SQLite longer than to run it.
/// </summary>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    /// <summary>More than all turns together have; beyond it, statements are compiled each time.</summary>
    private const int Most = 200;

    private readonly ConditionalWeakTable<DbConnection, Dictionary<string, PreparedStatement>> _kept = [];

    /// <summary>From now on this connection's statements are kept. It is used by one at a time.</summary>
    public void Keep(DbConnection connection) => _kept.Add(connection, []);

    /// <summary>The connection is about to be closed, and its statements with it.</summary>
    public void Forget(DbConnection connection)
    {
        if (_kept.Remove(connection, out var statements))
        {
            foreach (var statement in statements.Values)
            {
                statement.Release();
            }
        }
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (result is not SqliteCommand { Connection: { } connection } command || !_kept.TryGetValue(connection, out var statements))
        {
            return result;
        }

        if (!statements.TryGetValue(command.CommandText, out var statement))
        {
            if (statements.Count == Most)
            {
                return result;
            }

            statement = new PreparedStatement { Connection = connection, CommandText = command.CommandText };
            statements.Add(command.CommandText, statement);
        }

        return statement.IsTaken ? result : statement.Take(command);
    }
}
