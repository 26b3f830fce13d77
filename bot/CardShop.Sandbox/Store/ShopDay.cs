using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Store;

/// <summary>The one row about the shop itself.</summary>
internal sealed class ShopDay
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>How far the one clock is ahead, so that a restart keeps it.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The demo orders come once.</summary>
    public bool DemoSeeded { get; set; }
}

/// <summary>Finds that row.</summary>
internal static class ShopDays
{
    public static async Task<ShopDay> DayAsync(this SandboxDb db, CancellationToken cancellationToken) =>
        await db.Days.SingleOrDefaultAsync(cancellationToken) ?? db.Days.Add(new ShopDay()).Entity;
}
