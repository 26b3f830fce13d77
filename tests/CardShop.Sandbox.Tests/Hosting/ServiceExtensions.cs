using CardShop.Sandbox.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>Looks behind the counter.</summary>
internal static class ServiceExtensions
{
    public static SandboxClock GetClock(this IServiceProvider services) => services.GetRequiredService<SandboxClock>();

    public static Task<SandboxDb> OpenAsync(this ShopHost host) =>
        host.Services.GetRequiredService<IDbContextFactory<SandboxDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
}
