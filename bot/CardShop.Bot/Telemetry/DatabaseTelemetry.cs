using System.Data.Common;
using System.Diagnostics;
using CardShop.Bot.Persistence.PostgreSql;
using CardShop.Bot.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CardShop.Bot.Telemetry;

/// <summary>
/// Measures and traces each command to the database, by its first word (<c>SELECT</c>, <c>INSERT</c>, …): its text may name values, and is left out.
/// </summary>
internal sealed class DatabaseTelemetry(Instruments instruments) : DbCommandInterceptor
{
    /// <summary>One question.</summary>
    public const string Select = "SELECT";

    /// <summary>Several statements together.</summary>
    public const string Batch = "BATCH";

    private static readonly string[] Operations = [Select, "INSERT", "UPDATE", "DELETE"];

    /// <summary>Measures what EF Core has no part in. Disposing of it ends that; what was not <see cref="WatchedCommand.Ended"/> by then has failed.</summary>
    public WatchedCommand Begin(string system, string operation) => new(instruments, system, operation);

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
        "SqliteConnection" => SqliteDialect.System,
        "NpgsqlConnection" => PostgreSqlDialect.System,
        _ => "other_sql",
    };

    private static TagList Tags(string system, string operation, string? failure)
    {
        var tags = new TagList
        {
            { "db.system.name", system },
            { "db.operation.name", operation },
        };
        if (failure is not null)
        {
            tags.Add("error.type", failure);
        }

        return tags;
    }

    private void Record(DbCommand command, CommandEndEventData eventData, Exception? failure)
    {
        var operation = OperationOf(command);
        var tags = Tags(SystemOf(command), operation, failure?.GetType().Name);
        instruments.DatabaseDuration.Record(eventData.Duration.TotalSeconds, tags);

        // Made afterwards, since only now the duration is known.
        using var span = instruments.Spans.StartActivity(ActivityKind.Client, default, tags, links: null, eventData.StartTime, operation);
        span?.SetEndTime((eventData.StartTime + eventData.Duration).UtcDateTime);
        span?.SetStatus(failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }

    /// <summary>A command under way.</summary>
    internal sealed class WatchedCommand(Instruments instruments, string system, string operation) : IDisposable
    {
        private readonly Activity? _span = instruments.Spans.StartActivity(operation, ActivityKind.Client, default(ActivityContext), Tags(system, operation, null));
        private readonly long _begun = Stopwatch.GetTimestamp();
        private string? _failure = "failed";

        /// <summary>It went well.</summary>
        public void Ended() => _failure = null;

        public void Dispose()
        {
            instruments.DatabaseDuration.Record(Stopwatch.GetElapsedTime(_begun).TotalSeconds, Tags(system, operation, _failure));
            _span?.SetStatus(_failure is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
            _span?.Dispose();
        }
    }
}
