using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CardShop.Bot.Telemetry;

/// <summary>
/// Measures and traces each command to the database, by its first word (<c>SELECT</c>, <c>INSERT</c>, …): its text may name values, and is left out.
/// </summary>
internal sealed class DatabaseTelemetry(Instruments instruments) : DbCommandInterceptor
{
    private static readonly string[] Operations = ["SELECT", "INSERT", "UPDATE", "DELETE"];

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Record(command, eventData, failure: null);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Record(command, eventData, failure: null);
        return new(result);
    }

    public override int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        Record(command, eventData, failure: null);
        return result;
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Record(command, eventData, failure: null);
        return new(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Record(command, eventData, eventData.Exception);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Record(command, eventData, eventData.Exception);
        return Task.CompletedTask;
    }

    private static string OperationOf(DbCommand command) =>
        Array.Find(Operations, operation => command.CommandText.StartsWith(operation, StringComparison.Ordinal)) ?? "OTHER";

    private static string SystemOf(DbCommand command) => command.Connection?.GetType().Name switch
    {
        "SqliteConnection" => "sqlite",
        "NpgsqlConnection" => "postgresql",
        _ => "other_sql",
    };

    private void Record(DbCommand command, CommandEndEventData eventData, Exception? failure)
    {
        var operation = OperationOf(command);
        var tags = new TagList
        {
            { "db.system.name", SystemOf(command) },
            { "db.operation.name", operation },
        };
        if (failure is not null)
        {
            tags.Add("error.type", failure.GetType().Name);
        }

        instruments.DatabaseDuration.Record(eventData.Duration.TotalSeconds, tags);

        // Made afterwards, since only now the duration is known.
        using var span = instruments.Spans.StartActivity(ActivityKind.Client, default, tags, links: null, eventData.StartTime, operation);
        span?.SetEndTime((eventData.StartTime + eventData.Duration).UtcDateTime);
        span?.SetStatus(failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }
}
