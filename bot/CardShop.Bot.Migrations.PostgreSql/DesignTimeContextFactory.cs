using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace CardShop.Bot.Migrations.PostgreSql;

/// <summary>For <c>dotnet ef migrations add</c>, which needs a model and a provider, but no server.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<BotDbContext>
{
    public BotDbContext CreateDbContext(string[] args) =>
        new(PostgreSqlMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), NpgsqlDataSource.Create("Host=localhost")).Options);
}
