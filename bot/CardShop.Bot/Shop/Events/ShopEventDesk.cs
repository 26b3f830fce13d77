using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Shop.Events;

/// <summary>
/// Brings what the shop tells to the conversations that it concerns, as a turn of each. The event's id is stored with the turn, in one transaction, so that it
/// counts once however often and by whichever way it comes.
/// </summary>
internal sealed partial class ShopEventDesk(
    IDbContextFactory<BotDbContext> contexts, TurnExecutor turns, Instruments instruments, TimeProvider time, ILogger<ShopEventDesk> logger)
{
    /// <summary>For how long an order is followed whose case has ended: a refund is on its way for days.</summary>
    private static readonly TimeSpan FollowedFor = TimeSpan.FromDays(30);

    /// <summary>Takes an event. It throws when a conversation could not be told: the event is then to come again, and those that know of it are left alone.</summary>
    /// <param name="told">The event.</param>
    /// <param name="way"><c>push</c> or <c>poll</c>.</param>
    /// <param name="cancellationToken">Gives up before the first turn; a turn that has begun is not cut off.</param>
    public async Task TakeAsync(ShopEvent told, string way, CancellationToken cancellationToken)
    {
        var conversations = await ConcernedAsync(told, cancellationToken);
        if (conversations.Count == 0)
        {
            LogNobody(told.Id, told.Type);
        }

        var inboundId = InboundIds.OfShopEvent(told.Id);
        var isNew = false;
        foreach (var conversation in conversations)
        {
            var inbound = new InboundTurn(conversation, inboundId, ToIncoming(told), Echo: null);
            isNew |= !(await turns.RunAsync(inboundId, inbound, companion: null, CancellationToken.None)).Repeated;
        }

        instruments.ShopEvents.Add(
            1, new("shop.event", Label.Of(told.Type)), new("shop.event.way", way), new("shop.event.result", conversations.Count == 0 ? "nobody" : isNew ? "told" : "repeated"));
    }

    private async Task<List<string>> ConcernedAsync(ShopEvent told, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var cases = context.Cases.AsNoTracking();
        if (told.Type is ShopEventType.ReviewDecided)
        {
            return await cases.Where(row => row.Number == told.CaseNumber).Select(row => row.ConversationId).ToListAsync(cancellationToken);
        }

        var since = time.GetUtcNow() - FollowedFor;
        return await cases
            .Where(row => row.OrderNo == told.OrderNo || context.CaseOrders.Any(also => also.CaseNumber == row.Number && also.OrderNo == told.OrderNo))
            .Where(row => row.Outcome == null || row.UpdatedAt > since)
            .Select(row => row.ConversationId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }

    private static Incoming ToIncoming(ShopEvent told) => told.Type switch
    {
        ShopEventType.ReviewDecided => new ReviewDecided(told.CaseNumber!, told.Decision!.Value, ShopEventReader.ReasonOf(told), told.Link),
        ShopEventType.RecipientAnswered => new RecipientAnswered(told.OrderNo!, told.Answer!.Value),
        ShopEventType.OrderChanged => new OrderMoved(told.OrderNo!),
        _ => throw new ArgumentOutOfRangeException(nameof(told), told.Type, "No such event."),
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {Id} of the shop ({Type}) concerns no case here")]
    private partial void LogNobody(string id, ShopEventType type);
}
