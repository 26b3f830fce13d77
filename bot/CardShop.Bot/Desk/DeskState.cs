using CardShop.Bot.Hosting;
using CardShop.Dialogs.Shop;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk;

/// <summary>How it stands at the desk, for customers who wait (rule H1): their place, the wait as it was measured lately, and whether anybody is there.</summary>
internal sealed class DeskState(IOptions<DeskOptions> options, TimeProvider time, WallClock wall)
{
    /// <summary>Fewer waits than this are no measure.</summary>
    private const int FewestMeasured = 3;

    private const int MostMeasured = 20;

    /// <summary>A page says every twenty seconds that it is there.</summary>
    public static readonly TimeSpan PageLifetime = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly TimeSpan Lately = TimeSpan.FromHours(3);

    /// <summary>The answer for one conversation.</summary>
    public async Task<DeskAnswer> AskAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var ahead = await AheadAsync(context, conversationId, cancellationToken);
        var staffing = await StaffingAsync(context, now, cancellationToken);
        return staffing == DeskStaffing.Staffed
            ? new DeskAnswer(ahead, await WaitAsync(context, now, cancellationToken), staffing, null)
            : new DeskAnswer(ahead, null, staffing, options.Value.AnswerBy(now));
    }

    /// <summary>Whether somebody is there. Tests may say so.</summary>
    public async Task<DeskStaffing> StaffingAsync(BotDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.Opening is { } opening && !IsWithin(opening, now))
        {
            return DeskStaffing.AfterHours;
        }

        var told = await context.DeskSettings.Where(row => row.Name == DeskSettingRow.Online).Select(row => row.Value).SingleOrDefaultAsync(cancellationToken);
        var seenSince = wall.Now - PageLifetime;
        var isOnline = told is not null
            ? told == bool.TrueString
            : await context.DeskPages.AnyAsync(
                page => page.SeenAt > seenSince && !context.DeskPeople.Any(person => person.AgentId == page.AgentId && !person.IsAvailable), cancellationToken);
        return isOnline ? DeskStaffing.Staffed : DeskStaffing.NobodyOnline;
    }

    /// <summary>Those who wait for a person longer than this conversation's own case does, and whom nobody has taken yet.</summary>
    private static async Task<int> AheadAsync(BotDbContext context, string conversationId, CancellationToken cancellationToken)
    {
        var own = await context.Cases
            .Where(row => row.ConversationId == conversationId && row.WaitingSince != null)
            .Select(row => row.WaitingSince)
            .FirstOrDefaultAsync(cancellationToken);
        return await context.Cases.CountAsync(
            row => row.WaitingSince != null && row.ConversationId != conversationId && (own == null || row.WaitingSince < own)
                && !context.DeskCases.Any(held => held.CaseNumber == row.Number && held.HolderId != null),
            cancellationToken);
    }

    /// <summary>The middle of the last waits, as they were measured; null where there were too few.</summary>
    private static async Task<TimeSpan?> WaitAsync(BotDbContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now - Lately;
        var waits = await context.DeskCases.AsNoTracking()
            .Where(row => row.TakenAt > since && row.CalledAt != null)
            .OrderByDescending(row => row.TakenAt)
            .Take(MostMeasured)
            .Select(row => new { row.CalledAt, row.TakenAt })
            .ToListAsync(cancellationToken);
        return waits.Count < FewestMeasured ? null : waits.Select(wait => wait.TakenAt!.Value - wait.CalledAt!.Value).Order().ElementAt(waits.Count / 2);
    }

    private static bool IsWithin((TimeOnly From, TimeOnly To) opening, DateTimeOffset now)
    {
        var clock = TimeOnly.FromTimeSpan(now.ToOffset(China).TimeOfDay);
        return clock >= opening.From && clock < opening.To;
    }
}
