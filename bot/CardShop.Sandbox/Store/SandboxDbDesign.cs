using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CardShop.Sandbox.Store;

/// <summary>For <c>dotnet ef migrations add</c>, which needs a context and no shop.</summary>
internal sealed class SandboxDbDesign : IDesignTimeDbContextFactory<SandboxDb>
{
    public SandboxDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SandboxDb>().UseSqlite("Data Source=sandbox.db").Options);
}
