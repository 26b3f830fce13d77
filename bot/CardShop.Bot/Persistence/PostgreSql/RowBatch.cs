using System.Collections.Concurrent;
using CardShop.Bot.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>Writes a turn's rows in one round trip.</summary>
internal sealed class RowBatch
{
    private readonly ConcurrentDictionary<RowColumn, NpgsqlDbType> _types = new();

    /// <summary>Writes the rows, and runs one more command after them.</summary>
    /// <exception cref="DbUpdateException">They are not as they were.</exception>
    /// <exception cref="PostgresException">They are there already.</exception>
    public async Task WriteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, TurnRows rows, NpgsqlBatchCommand last, CancellationToken cancellationToken)
    {
        List<RowWrite> writes = [.. rows.Writes()];
        await using var batch = new NpgsqlBatch(connection, transaction);
        foreach (var write in writes)
        {
            batch.BatchCommands.Add(Command(write));
        }

        batch.BatchCommands.Add(last);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var write in writes.Where(write => write.Statement.Chosen is not null))
        {
            await reader.ReadAsync(cancellationToken);
            write.Statement.Chosen!.Set(write.Row, reader.GetInt64(0));
            await reader.NextResultAsync(cancellationToken);
        }

        await reader.CloseAsync();
        for (var index = 0; index < writes.Count; index++)
        {
            if (!writes[index].Statement.IsLenient && batch.BatchCommands[index].RecordsAffected != 1)
            {
                throw new DbUpdateConcurrencyException($"{writes[index].Row.GetType().Name} is not as it was.");
            }
        }
    }

    private NpgsqlBatchCommand Command(RowWrite write)
    {
        var command = new NpgsqlBatchCommand(write.Statement.Sql);
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
