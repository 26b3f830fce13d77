using System.Collections.Concurrent;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>A shop with a ledger. Tests say how it behaves on the wire.</summary>
internal sealed class ScriptedShop : IShopReader, IShopCommands, IShopCases, IShopNotices
{
    private readonly ConcurrentDictionary<string, CommandResult> _ledger = new();
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentQueue<string> _notices = new();

    /// <summary>What it answers to questions.</summary>
    public Func<ShopQuery, Task<ShopAnswer>> OnAsk { get; set; } = _ => Task.FromResult<ShopAnswer>(new NotFoundAnswer());

    /// <summary>What happens on the way of a command: null lets it through.</summary>
    public Func<ShopCommand, CommandAttempt?> BeforeEffect { get; set; } = _ => null;

    /// <summary>What happens to the answer of a command that had its effect: null lets it through.</summary>
    public Func<ShopCommand, CommandAttempt?> AfterEffect { get; set; } = _ => null;

    /// <summary>What happens to a look-up: null lets it through.</summary>
    public Func<ShopCommand, CommandAttempt?> OnLookUp { get; set; } = _ => null;

    /// <summary>How it takes the news of a case.</summary>
    public CaseNews OnCase { get; set; } = CaseNews.Taken;

    /// <summary>How it takes notices.</summary>
    public CaseNews OnNotice { get; set; } = CaseNews.Taken;

    /// <summary>The notices that reached it, in order.</summary>
    public IReadOnlyList<string> Notices => [.. _notices];

    /// <summary>Keys of the commands that had an effect, each once.</summary>
    public IReadOnlyCollection<string> Effects => [.. _ledger.Keys];

    /// <summary>Every call, in order: <c>send KEY</c> or <c>look up KEY</c>.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public Task<CaseNews> TellAsync(string told, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"tell {told}");
        return Task.FromResult(OnCase);
    }

    public Task<CaseNews> NotifyAsync(string written, CancellationToken cancellationToken)
    {
        _notices.Enqueue(written);
        return Task.FromResult(OnNotice);
    }

    public Task<ShopAnswer> AskAsync(ShopQuery query, CancellationToken cancellationToken) => OnAsk(query);

    public Task<CommandAttempt> SendAsync(ShopCommand command, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"send {command.Key}");
        if (BeforeEffect(command) is { } lost)
        {
            return Task.FromResult(lost);
        }

        var kept = _ledger.GetOrAdd(command.Key, _ => new CommandDone(Orders.Paid(command.OrderNo), null));
        return Task.FromResult(AfterEffect(command) ?? new Known(kept));
    }

    public Task<CommandAttempt> LookUpAsync(ShopCommand command, CancellationToken cancellationToken)
    {
        _calls.Enqueue($"look up {command.Key}");
        return Task.FromResult(OnLookUp(command) ?? (_ledger.TryGetValue(command.Key, out var kept) ? new Known(kept) : new NeverArrived()));
    }
}
