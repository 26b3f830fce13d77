using System.Collections.Concurrent;
using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.Telemetry;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>Writes a turn's rows in one round trip.</summary>
internal sealed class RowBatch(DatabaseTelemetry telemetry)
{
    private readonly ConcurrentDictionary<RowColumn, NpgsqlDbType> _types = new();
    private readonly ConcurrentDictionary<RowStatement, string> _texts = new();

    /// <summary>Writes the rows, and runs one more command after them, unless something is in conflict.</summary>
    /// <exception cref="DbUpdateException">A row is not as it was.</exception>
    /// <exception cref="PostgresException">A row is there already.</exception>
    public async Task WriteAsync(
        NpgsqlConnection connection, NpgsqlTransaction transaction, IEnumerable<RowWrite> rows, NpgsqlBatchCommand? after, CancellationToken cancellationToken)
    {
        List<RowWrite> writes = [.. rows];
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(Command(write));
        }

        if (after is not null)
        {
            batch.BatchCommands.Add(after);
        }

        if (batch.BatchCommands.Count == 0)
        {
            return;
        }

        using var watched = telemetry.Begin(PostgreSqlDialect.System, DatabaseTelemetry.Batch);
        try
        {
            await using var answers = await batch.ExecuteReaderAsync(cancellationToken);
            foreach (var write in writes.Where(HasAnswer))
            {
                await answers.ReadAsync(cancellationToken);
                write.Statement.Chosen?.Set(write.Row, answers.GetInt64(0));
                await answers.NextResultAsync(cancellationToken);
            }

            // To the very end: what goes wrong with the last command is told there.
            while (await answers.NextResultAsync(cancellationToken))
            {
            }
        }
        catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.DivisionByZero)
        {
            throw new DbUpdateConcurrencyException("A row is not as it was.", conflict);
        }

        watched.Ended();
    }

    private static bool HasAnswer(RowWrite write) => write.Statement.Chosen is not null || write.Statement.MustFind;

    /// <summary>What finds no row to write ends the batch right there, by the only means that plain SQL has: nothing after it is done, and least of all a commit.</summary>
    private static string Text(RowStatement statement) =>
        statement.MustFind ? $"WITH written AS ({statement.Sql} RETURNING 1) SELECT 1 / count(*) FROM written" : statement.Sql;

    private NpgsqlBatchCommand Command(RowWrite write)
    {
        var command = new NpgsqlBatchCommand(_texts.GetOrAdd(write.Statement, Text));
        for (var index = 0; index < write.Values.Length; index++)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(write.Statement.Parameters[index]), Value = write.Values[index] ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>As EF Core's own parameters have it.</summary>
    private NpgsqlDbType TypeOf(RowColumn column) => _types.GetOrAdd(column, static column =>
    {
        using var command = new NpgsqlCommand();
        return ((NpgsqlParameter)column.Mapping.CreateParameter(command, "p", null, nullable: true)).NpgsqlDbType;
    });
}
