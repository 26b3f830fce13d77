using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskFigures" />
internal sealed class DeskFigures(IDbContextFactory<BotDbContext> contexts, TimeProvider time) : IDeskFigures
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task<DayFigures?> TodayAsync(AgentIdentity agent, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return null;
        }

        var today = time.GetUtcNow().ToOffset(China).Date;
        var since = new DateTimeOffset(today, China);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var answers = await context.DeskCases.Where(row => row.FirstAnswerAt >= since && row.CalledAt != null).Select(row => new { row.CalledAt, row.FirstAnswerAt }).ToListAsync(cancellationToken);
        var reviews = await context.DeskCases.Where(row => row.ReviewedAt >= since && row.ReviewDue != null).Select(row => new { row.ReviewDue, row.ReviewedAt }).ToListAsync(cancellationToken);
        var ratings = await context.DeskCases.Where(row => row.Rating != null && row.UpdatedAt >= since).Select(row => row.Rating).ToListAsync(cancellationToken);
        return new DayFigures
        {
            Day = DateOnly.FromDateTime(today),
            Cases = await context.Cases.Where(row => row.OpenedAt >= since).GroupBy(row => new { row.Path, row.Outcome })
                .Select(group => new CaseCount(group.Key.Path, group.Key.Outcome, group.Count())).ToListAsync(cancellationToken),
            Waiting = await context.DeskCases.CountAsync(row => row.WaitingSince != null && row.HolderId == null && row.Kind == DeskKind.Person, cancellationToken),
            Held = await context.DeskCases.CountAsync(row => row.HolderId != null, cancellationToken),
            MinutesToFirstAnswer = Median([.. answers.Select(answer => (answer.FirstAnswerAt!.Value - answer.CalledAt!.Value).TotalMinutes)]),
            SolvedWithinWindow = await SolvedAsync(context, since, cancellationToken),
            ReviewsOnTime = Share(reviews.Count(review => review.ReviewedAt < review.ReviewDue), reviews.Count),
            Satisfied = Share(ratings.Count(rating => rating == "good"), ratings.Count),
            SatisfactionAnswers = ratings.Count,
        };
    }

    /// <summary>Of the cases solved today, those that the shop could settle at once (rule P1).</summary>
    private static async Task<double?> SolvedAsync(BotDbContext context, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var solved = await context.Cases
            .Where(row => row.UpdatedAt >= since && (row.Outcome == Outcome.Cancelled || row.Outcome == Outcome.Modified || row.Outcome == Outcome.Refunded))
            .GroupBy(row => row.Path == CasePath.InstantCancel || row.Path == CasePath.InstantModify)
            .Select(group => new { InWindow = group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return Share(solved.Where(group => group.InWindow).Sum(group => group.Count), solved.Sum(group => group.Count));
    }

    private static double? Share(int part, int of) => of == 0 ? null : (double)part / of;

    private static double? Median(List<double> values)
    {
        values.Sort();
        return values.Count == 0 ? null : values[values.Count / 2];
    }
}
