using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CardShop.Bot.Migrations.Sqlite;

/// <summary>For <c>dotnet ef migrations add</c>, which needs a model and a provider, but no file.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<BotDbContext>
{
    public BotDbContext CreateDbContext(string[] args) => new(SqliteMigrations.Use(new DbContextOptionsBuilder<BotDbContext>(), "Data Source=:memory:").Options);
}
