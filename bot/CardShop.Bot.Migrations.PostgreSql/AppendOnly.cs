using Microsoft.EntityFrameworkCore.Migrations;

namespace CardShop.Bot.Migrations.PostgreSql;

/// <summary>Lets the database itself hold that an audit record is only ever added to.</summary>
internal static class AppendOnly
{
    public static void MakeAppendOnly(this MigrationBuilder migration, string table)
    {
        migration.Sql(
            $"""
            CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                RAISE EXCEPTION '{table} is append-only';
            END $$;
            """);
        migration.Sql(
            $"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            + $"FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only();");
    }
}
