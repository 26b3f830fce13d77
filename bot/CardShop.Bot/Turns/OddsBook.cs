using System.Collections.Concurrent;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Turns;

/// <summary>Counts what became of closed cases, by how they began and by product (rules P1, R4, P3). A count is kept for a while: it says nothing new from one turn to the next.</summary>
internal sealed class OddsBook(PolicySettings settings, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Where something came back.</summary>
    private static readonly Outcome?[] Recovered = [Outcome.Cancelled, Outcome.Modified, Outcome.Refunded, Outcome.ReturnedByRecipient];

    /// <summary>Where nothing did. What customers gave up themselves, and what was no loss, tells nothing of the odds.</summary>
    private static readonly Outcome?[] Lost = [Outcome.Refused, Outcome.RefusedInsufficientEvidence, Outcome.LegalGuidance];

    private readonly ConcurrentDictionary<CountRecovered, (DateTimeOffset At, RecoveredAnswer Answer)> _known = new();

    /// <summary>The count for the product, or for all products where it alone has too few.</summary>
    public async Task<RecoveredAnswer> CountAsync(BotDbContext context, CountRecovered query, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(query, out var known) && now - known.At < Kept && now >= known.At)
        {
            return known.Answer;
        }

        var since = now - settings.OddsPeriod;
        var ended = await context.Cases.AsNoTracking()
            .Where(row => row.FirstOdds == query.Odds && row.UpdatedAt > since && (Recovered.Contains(row.Outcome) || Lost.Contains(row.Outcome)))
            .GroupBy(row => new { IsOfProduct = row.Product == query.Product, IsRecovered = Recovered.Contains(row.Outcome) })
            .Select(group => new { group.Key.IsOfProduct, group.Key.IsRecovered, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var own = ended.Where(group => group.IsOfProduct).ToList();
        var enough = own.Sum(group => group.Count) >= settings.OddsFrom;
        var counted = enough ? own : ended;
        var answer = new RecoveredAnswer(
            counted.Sum(group => group.Count), counted.Where(group => group.IsRecovered).Sum(group => group.Count), enough ? query.Product : null);
        _known[query] = (now, answer);
        return answer;
    }
}
