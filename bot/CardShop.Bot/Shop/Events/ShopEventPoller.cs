using System.Runtime.InteropServices;
using CardShop.Bot.Persistence;
using CardShop.Persistence;
using CardShop.Persistence.Shop;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Shop.Events;

/// <summary>
/// Catches up on what the shop's pushes did not bring: asks for what came after the last event that was acted on, and remembers how far it has come. One process
/// asks at a time.
/// </summary>
internal sealed partial class ShopEventPoller(
    IShopEventSource shop, ShopEventDesk desk, IDbContextFactory<BotDbContext> contexts, IClaims claims, TimeProvider time, ILogger<ShopEventPoller> logger)
{
    private const string Claim = "shop-events";

    /// <summary>An event that fails so often is stepped over: those behind it have waited long enough.</summary>
    private const int MaxFailures = 10;

    private const int MaxLists = 50;

    private string? _failing;
    private int _failures;

    /// <summary>Asks until there is nothing more.</summary>
    /// <returns>Whether the shop answers such questions at all.</returns>
    public async Task<bool> PollAsync(CancellationToken cancellationToken)
    {
        await using var claim = await claims.TakeAsync(Claim, cancellationToken);
        for (var list = 0; list < MaxLists; list++)
        {
            var cursor = await CursorAsync(cancellationToken);
            switch (await shop.ReadAsync(cursor, cancellationToken))
            {
                case Heard { List: { Events.Count: > 0 } heard } when heard.Cursor != cursor:
                    if (!await ActAsync(heard, cancellationToken))
                    {
                        return true;
                    }

                    await MoveAsync(heard.Cursor, cancellationToken);
                    break;
                case Heard:
                    return true;
                case NotOffered:
                    return false;
                case Unheard unheard:
                    LogUnheard(unheard.Reason);
                    return true;
            }
        }

        return true;
    }

    /// <summary>Acts on all of a list; the same events were mostly pushed before, and are only recognised.</summary>
    /// <returns>Whether the list is done with.</returns>
    private async Task<bool> ActAsync(ShopEventList heard, CancellationToken cancellationToken)
    {
        foreach (var json in heard.Events)
        {
            if (ShopEventReader.Read(JsonMarshal.GetRawUtf8Value(json), out var fault) is not { } told)
            {
                LogUnread(fault);
            }
            else if (!await TryAsync(told, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> TryAsync(ShopEvent told, CancellationToken cancellationToken)
    {
        try
        {
            await desk.TakeAsync(told, "poll", cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            _failures = _failing == told.Id ? _failures + 1 : 1;
            _failing = told.Id;
            LogFailed(failure, told.Id, _failures);
            return _failures >= MaxFailures;
        }
    }

    private async Task<string?> CursorAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.ShopCursors.AsNoTracking().SingleOrDefaultAsync(row => row.Name == ShopCursorRow.Events, cancellationToken))?.Cursor;
    }

    private async Task MoveAsync(string cursor, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.ShopCursors.FindAsync([ShopCursorRow.Events], cancellationToken) is { } known)
        {
            known.Move(cursor, time.GetUtcNow());
        }
        else
        {
            context.ShopCursors.Add(ShopCursorRow.At(ShopCursorRow.Events, cursor, time.GetUtcNow()));
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shop did not tell what has happened ({Reason}); it is asked again")]
    private partial void LogUnheard(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The shop's list of events holds one that is not of the contract, it is stepped over: {Fault}")]
    private partial void LogUnread(string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Id} of the shop could not be acted on, attempt {Attempt}")]
    private partial void LogFailed(Exception failure, string id, int attempt);
}
