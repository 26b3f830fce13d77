using CardShop.Bot.Persistence.PostgreSql;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CardShop.Bot.Tests.Processes;

public sealed class NewsOfTwoProcessesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NewsThatCannotBeTold_EndNothing()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=nowhere.invalid;Timeout=5");
        Warned warned = new();
        using NewsChannel channel = new(nowhere, warned);
        await channel.StartAsync(CancellationToken.None);

        channel.SignTyping("c-1");
        await warned.Once.WaitAsync(Patience, Token);
        channel.SignTyping("c-2");
        await warned.Twice.WaitAsync(Patience, Token);
        await channel.StopAsync(CancellationToken.None);

        Assert.True(channel.ExecuteTask!.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task WaitingInOneProcess_EndsWithATurnOfTheOther()
    {
        await using var both = await TwoProcesses.StartAsync();
        await both.ListenAsync();

        var waiting = both.Second.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);
        await both.First.SayAsync("hi", "a-1");

        Assert.Equal(TranscriptNews.Entries, await waiting.WaitAsync(Patience, Token));
        Assert.Equal([nameof(CustomerSaid)], await both.Second.WordsAsync());
    }

    [Fact]
    public async Task TurnThatFails_TellsNobody()
    {
        await using var both = await TwoProcesses.StartAsync();
        await both.ListenAsync();
        var waiting = both.Second.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);
        await both.First.Runner.OpenAsync(new ConversationOpening("test:2", "test", null, null), CancellationToken.None);
        var next = both.Second.Transcript.WaitAsync("test:2", 0, CancellationToken.None);

        both.First.Engine.Script = _ => throw new InvalidOperationException("broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => both.First.SayAsync("hi", "a-1"));
        both.First.Engine.Script = _ => ScriptedEngine.Says("ok");
        await both.First.SayAsync("hi", "a-1", "test:2");

        // News come in the order of the commits.
        await next.WaitAsync(Patience, Token);
        Assert.False(waiting.IsCompleted);
    }

    [Fact]
    public async Task TypingSign_ReachesTheOtherProcess_WhileTheTurnIsUnderWay()
    {
        await using var both = await TwoProcesses.StartAsync();
        await both.ListenAsync();
        TaskCompletionSource<ShopAnswer> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        both.First.Engine.Script = turn => turn.Facts.TryGet(new ReadOrder("O-1"), out _) ? ScriptedEngine.Says("ok") : new NeedsFacts([new ReadOrder("O-1")]);
        both.First.Shop.OnAsk = _ => answer.Task;
        var waiting = both.Second.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);

        var turn = both.First.SayAsync("hi", "a-1");

        Assert.Equal(TranscriptNews.Typing, await waiting.WaitAsync(Patience, Token));
        answer.SetResult(new NotFoundAnswer());
        await turn;
    }

    [Fact]
    public async Task WhatHappenedWhileNobodyListened_IsCaughtUpWith()
    {
        await using var both = await TwoProcesses.StartAsync("pushed");
        await both.ListenAsync();
        await both.Second.WordsAsync();
        await ConnectAsync(both.First, 4);
        var waiting = both.Second.Transcript.WaitAsync(TurnHarness.ConversationId, 0, CancellationToken.None);

        // Whoever is connected stays; the listening connection is cut, and nobody gets in again.
        await AllowConnectionsAsync(both, isAllowed: false);
        Assert.Equal(1, await both.CutListenersAsync());
        await both.First.SayAsync("hi", "a-1");
        Assert.Equal(0, await both.CountListenersAsync());
        Assert.False(waiting.IsCompleted);
        Assert.Empty(both.Second.Sender.Delivered);

        await AllowConnectionsAsync(both, isAllowed: true);

        Assert.Equal(TranscriptNews.Entries, await waiting.WaitAsync(Patience, Token));
        await TwoProcesses.UntilAsync(() => Task.FromResult(both.Second.Sender.Delivered.Count == 1));
        await TwoProcesses.UntilAsync(async () => await both.CountListenersAsync() == 1);
    }

    /// <summary>Has so many connections lie ready in the pool.</summary>
    private static async Task ConnectAsync(TurnHarness process, int count)
    {
        var database = process.Get<NpgsqlDataSource>();
        var connections = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => database.OpenConnectionAsync(Token).AsTask()));
        await Task.WhenAll(connections.Select(connection => connection.DisposeAsync().AsTask()));
    }

    private static Task<int> AllowConnectionsAsync(TwoProcesses both, bool isAllowed) => both.First.QueryAsync(context => context.Database.ExecuteSqlAsync(
        $"UPDATE pg_database SET datallowconn = {isAllowed} WHERE datname = current_database()"));

    /// <summary>Hears what is logged.</summary>
    private sealed class Warned : ILogger<NewsChannel>
    {
        private readonly TaskCompletionSource _once = new();
        private readonly TaskCompletionSource _twice = new();

        public Task Once => _once.Task;

        public Task Twice => _twice.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!_once.TrySetResult())
            {
                _twice.TrySetResult();
            }
        }
    }
}
