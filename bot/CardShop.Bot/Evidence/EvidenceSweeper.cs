using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Persistence;
using CardShop.Dialogs.Cases;
using CardShop.Persistence;
using CardShop.Persistence.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence;

/// <summary>
/// Deletes the bytes of pieces that were withdrawn, of those that no turn has named within a day, and of those whose case was closed long ago (rule E6). Doing it again changes
/// nothing; a failure is tried again.
/// </summary>
internal sealed partial class EvidenceSweeper(
    IDbContextFactory<BotDbContext> contexts, IClaims claims, EvidenceVault vault, IOptions<EvidenceOptions> options, TimeProvider time, ILogger<EvidenceSweeper> logger)
{
    /// <summary>How long a piece may wait for its turn: far longer than any request lasts.</summary>
    public static readonly TimeSpan Unnamed = TimeSpan.FromDays(1);

    private const string Claim = "evidence";
    private const int BatchSize = 100;

    /// <summary>Deletes what is due, in one process at a time.</summary>
    /// <returns>How many pieces are gone now.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var claim = await claims.TryTakeAsync(Claim, cancellationToken);
        return claim is null ? 0 : await DeleteDueAsync(cancellationToken);
    }

    private async Task<int> DeleteDueAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = now - Unnamed;
        var longClosed = now - options.Value.KeptAfterClosing;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Evidence
            .Where(row => row.DeletedAt == null && (row.WithdrawnAt != null || (row.KeptAt == null && row.ReceivedAt <= oldest)
                || context.Cases.Any(known => known.Number == row.CaseNumber && known.Stage == Stage.Closed && known.UpdatedAt <= longClosed)))
            .OrderBy(row => row.ReceivedAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        var gone = 0;
        foreach (var row in due)
        {
            gone += await DeleteAsync(row, now, cancellationToken) ? 1 : 0;
        }

        await context.SaveChangesAsync(cancellationToken);
        return gone;
    }

    private async Task<bool> DeleteAsync(EvidenceRow row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var name in EvidenceNames.AllOf(row.Id))
            {
                await vault.DeleteAsync(name, cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            LogKept(failure, row.Id);
            return false;
        }

        row.Withdraw(now);
        row.Delete(now);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The bytes of evidence {Id} could not be deleted; it is tried again")]
    private partial void LogKept(Exception failure, string id);
}
