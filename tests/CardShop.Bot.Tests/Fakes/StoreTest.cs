using CardShop.Bot.Hosting;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>Which database a test runs on.</summary>
public enum StoreKind
{
    /// <summary>A file.</summary>
    Sqlite,

    /// <summary>A database of its own on a server.</summary>
    PostgreSql,
}

/// <summary>Tests that hold on every database: a class for each of them runs them all.</summary>
public abstract class StoreTest(StoreKind store)
{
    /// <summary>A fresh store with one open conversation.</summary>
    private protected Task<TurnHarness> HarnessAsync(
        CommandMode commands = CommandMode.Live, string channel = "test", string? customerId = "c-1", Func<DataDirectory, Task>? before = null) =>
        TurnHarness.StartAsync(commands, channel, customerId, before, store);
}
