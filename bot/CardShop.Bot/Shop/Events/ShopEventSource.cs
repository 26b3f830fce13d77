using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop.Events;

/// <summary>Asks the shop what has happened.</summary>
internal interface IShopEventSource
{
    /// <summary>What has happened after a cursor; null for all that the shop keeps.</summary>
    Task<EventsHeard> ReadAsync(string? after, CancellationToken cancellationToken);
}

/// <summary>What became of asking.</summary>
internal abstract record EventsHeard;

/// <summary>The shop has told.</summary>
internal sealed record Heard(ShopEventList List) : EventsHeard;

/// <summary>The shop only pushes.</summary>
internal sealed record NotOffered : EventsHeard;

/// <summary>The shop did not answer as the contract says.</summary>
/// <param name="Reason">For the log, without personal data.</param>
internal sealed record Unheard(string Reason) : EventsHeard;

/// <inheritdoc />
internal sealed class ShopEventSource(ShopClient client, IOptions<ShopOptions> options) : IShopEventSource
{
    private readonly ShopCall _read = new(IsRead: true, options.Value.ReadTimeout);

    public async Task<EventsHeard> ReadAsync(string? after, CancellationToken cancellationToken)
    {
        var route = after is null ? ShopRoutes.Events : Routes.Of(ShopRoutes.EventsAfter, after);
        var reply = await client.GetAsync(route, _read, cancellationToken);
        return reply switch
        {
            { Status: 200 } when reply.Read<ShopEventList>() is { } list => new Heard(list),

            // A shop of the contract's first days knows no such route.
            { Status: 404 or 501 } when reply.Read<ShopProblem>() is not null => new NotOffered(),
            _ => new Unheard(reply.Description),
        };
    }
}
