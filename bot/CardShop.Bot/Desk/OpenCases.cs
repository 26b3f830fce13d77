using CardShop.Bot.Hosting;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>
/// The rows of the cases that wait or are held, as every page of this node lists them: read whole once, then only where a turn has changed something. A copy, never the truth: actions
/// look at the tables, and a signal that was lost is made good within a minute.
/// </summary>
internal sealed class OpenCases(IDbContextFactory<BotDbContext> contexts, DeskSignals signals, WallClock wall) : IDisposable
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turnstile = new(1);
    private readonly Dictionary<string, DeskCaseRow> _known = new(StringComparer.Ordinal);
    private IReadOnlyList<DeskCaseRow> _rows = [];
    private DateTimeOffset? _readAt;

    public void Dispose() => _turnstile.Dispose();

    /// <summary>The rows as they are now. The list is never changed afterwards.</summary>
    public async Task<IReadOnlyList<DeskCaseRow>> ReadAsync(CancellationToken cancellationToken)
    {
        await _turnstile.WaitAsync(cancellationToken);
        try
        {
            // First what has changed, then the rows: what changes in between is told again.
            if (signals.TakeChanged() is { } changed && wall.Now - _readAt < Trusted)
            {
                await ReadChangedAsync(changed, cancellationToken);
            }
            else
            {
                await ReadWholeAsync(cancellationToken);
            }

            return _rows;
        }
        catch
        {
            // What had changed is known no more.
            _readAt = null;
            throw;
        }
        finally
        {
            _turnstile.Release();
        }
    }

    private async Task ReadWholeAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.DeskCases.AsNoTracking().Where(row => row.WaitingSince != null).ToListAsync(cancellationToken);
        _known.Clear();
        rows.ForEach(row => _known.Add(row.CaseNumber, row));
        (_rows, _readAt) = (rows, wall.Now);
    }

    private async Task ReadChangedAsync(IReadOnlyCollection<string> conversations, CancellationToken cancellationToken)
    {
        if (conversations.Count == 0)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.DeskCases.AsNoTracking().Where(row => row.WaitingSince != null && conversations.Contains(row.ConversationId)).ToListAsync(cancellationToken);
        foreach (var before in _rows.Where(row => conversations.Contains(row.ConversationId)))
        {
            _known.Remove(before.CaseNumber);
        }

        rows.ForEach(row => _known.Add(row.CaseNumber, row));
        _rows = [.. _known.Values];
    }
}
