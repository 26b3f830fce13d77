using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CardShop.Bot.Hosting;

/// <summary>
/// The wall clock, for what real time rules whatever the one clock says: lifetimes of tokens and links, throttles, signatures. Everything else takes
/// <see cref="TimeProvider"/>, the one clock that the demo shop's controls can move.
/// </summary>
/// <param name="Time">Real time.</param>
public sealed record WallClock(TimeProvider Time)
{
    /// <summary>Now, in real time.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();
}

/// <summary>The one place where real time comes in.</summary>
internal static class Clocks
{
    /// <summary>Real time.</summary>
    [SuppressMessage("ApiDesign", "RS0030:Do not use banned APIs", Justification = "The one place that hands out the wall clock; everything else is given it.")]
    public static TimeProvider Wall => TimeProvider.System;

    /// <summary>Registers the wall clock, and makes it the one clock unless the demo shop brings a movable one.</summary>
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.AddSingleton(new WallClock(Wall));
        services.TryAddSingleton(Wall);
        return services;
    }
}
