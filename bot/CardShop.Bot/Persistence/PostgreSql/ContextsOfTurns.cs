using CardShop.Bot.Migrations.PostgreSql;
using CardShop.Bot.Telemetry;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>Makes contexts that work on a turn's own connection, in its transaction. One of the pool would never find back to the data source that it came from.</summary>
internal sealed class ContextsOfTurns(DatabaseTelemetry telemetry)
{
    /// <summary>Makes one; whoever asks disposes of it, and the connection stays.</summary>
    public BotDbContext On(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        BotDbContext context = new(PostgreSqlMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), connection).TellTo(telemetry).Options);
        context.Database.AutoSavepointsEnabled = false;
        context.Database.UseTransaction(transaction);
        return context;
    }
}
