using System.Globalization;
using System.Text.Json;
using CardShop.Bot.Shop.Events;
using CardShop.ShopContract;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>A shop's list of events, two at a time.</summary>
internal sealed class ScriptedEvents : IShopEventSource
{
    private readonly List<string> _events = [];

    /// <summary>What it answers instead; null when all is well.</summary>
    public EventsHeard? Instead { get; set; }

    /// <summary>The cursors that it was asked with.</summary>
    public List<string?> Asked { get; } = [];

    public void Add(string json) => _events.Add(json);

    public Task<EventsHeard> ReadAsync(string? after, CancellationToken cancellationToken)
    {
        Asked.Add(after);
        var from = after is null ? 0 : int.Parse(after, CultureInfo.InvariantCulture);
        var next = _events.Skip(from).Take(2).Select(json => JsonElement.Parse(json)).ToList();
        return Task.FromResult(Instead ?? new Heard(new ShopEventList(next, (from + next.Count).ToString(CultureInfo.InvariantCulture))));
    }
}
