using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Policies;

namespace CardShop.Bot.Tests.Desk;

/// <summary>Tests of the desk that hold on every database: a class for each of them runs them all.</summary>
public abstract class DeskTest(StoreKind store)
{
    /// <summary>The desk's services, and customers who talk to the bot.</summary>
    private protected Task<TurnHarness> StartAsync(PolicySettings? settings = null, string channel = "test") => DeskHarness.StartAsync(settings, channel, store);

    /// <summary>The desk's pages on a server, with those services behind them.</summary>
    private protected Task<RunningDesk> DeskAsync() => RunningDesk.StartAsync(store);
}
