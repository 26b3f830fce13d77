using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Hosting;

internal static class ServiceExtensions
{
    public static SandboxClock GetClock(this IServiceProvider services) => services.GetRequiredService<SandboxClock>();
}
