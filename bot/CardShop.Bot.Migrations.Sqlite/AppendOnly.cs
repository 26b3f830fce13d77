using Microsoft.EntityFrameworkCore.Migrations;

namespace CardShop.Bot.Migrations.Sqlite;

/// <summary>Lets the database itself hold that an audit record is only ever added to.</summary>
internal static class AppendOnly
{
    public static void MakeAppendOnly(this MigrationBuilder migration, string table)
    {
        foreach (var change in new[] { "UPDATE", "DELETE" })
        {
            migration.Sql(
                $"CREATE TRIGGER {table}_no_{change.ToLowerInvariant()} BEFORE {change} ON {table} "
                + $"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
        }
    }
}
