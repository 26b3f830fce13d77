using CardShop.Bot.Persistence;
using CardShop.Bot.Persistence.Sqlite;
using CardShop.Bot.Tests.Fakes;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Persistence;

/// <summary>Turns that save at the same time share a transaction on SQLite.</summary>
public sealed class GroupedWritesTests() : StoreTest(StoreKind.Sqlite)
{
    [Fact]
    public async Task WhileAnotherWaits_NobodyIsToldThatTheyAreSaved_BeforeBothAre()
    {
        await using var bot = await HarnessAsync();
        await using var first = await WriterAsync(bot, "test:a");
        await using var second = await WriterAsync(bot, "test:b");
        await first.BeginAsync();
        var waits = second.BeginAsync();

        var saved = await first.SaveAsync();
        await waits;
        Assert.False(saved.IsCompleted);
        Assert.Empty(await StoredAsync(bot));

        await await second.SaveAsync();
        await saved;
        Assert.Equal(["test:a", "test:b"], await StoredAsync(bot));
    }

    [Fact]
    public async Task OneThatFails_TakesNoOtherWithIt()
    {
        await using var bot = await HarnessAsync();
        await using var first = await WriterAsync(bot, "test:a");
        await using var second = await WriterAsync(bot, "test:a");
        await first.BeginAsync();
        var waits = second.BeginAsync();
        var saved = await first.SaveAsync();
        await waits;

        await Assert.ThrowsAsync<DbUpdateException>(second.SaveAsync);
        second.GiveUp();

        await saved;
        Assert.Equal(["test:a"], await StoredAsync(bot));

        // The statement that has failed is a kept one: it serves the next turn.
        await using var third = await WriterAsync(bot, "test:c");
        await third.BeginAsync();
        await await third.SaveAsync();
        Assert.Equal(["test:a", "test:c"], await StoredAsync(bot));
    }

    [Fact]
    public async Task WhatWasWritten_AndGivenUp_IsNotKept()
    {
        await using var bot = await HarnessAsync();
        await using var writer = await WriterAsync(bot, "test:a");
        await writer.BeginAsync();
        await writer.Context.SaveChangesAsync(TestContext.Current.CancellationToken);

        writer.GiveUp();

        Assert.Empty(await StoredAsync(bot));
    }

    [Fact]
    public async Task WhoNoLongerWantsToWait_LeavesNobodyUnsaved()
    {
        await using var bot = await HarnessAsync();
        await using var first = await WriterAsync(bot, "test:a");
        await using var second = await WriterAsync(bot, "test:b");
        using var patience = new CancellationTokenSource();
        await first.BeginAsync();
        var waits = second.BeginAsync(patience);
        await patience.CancelAsync();

        await await first.SaveAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => waits);
        Assert.Equal(["test:a"], await StoredAsync(bot));
    }

    /// <summary>As SQLite does it by itself when a disk is full: the whole transaction is gone.</summary>
    [Fact]
    public async Task TransactionThatIsLost_IsToldToAllOfTheGroup_AndTheNextOneSaves()
    {
        await using var bot = await HarnessAsync();
        await using var first = await WriterAsync(bot, "test:a");
        await using var second = await WriterAsync(bot, "test:b");
        await using var third = await WriterAsync(bot, "test:c");
        await first.BeginAsync();
        var waits = second.BeginAsync();
        var saved = await first.SaveAsync();
        await waits;

        await second.Context.Database.ExecuteSqlRawAsync("ROLLBACK", TestContext.Current.CancellationToken);
        second.GiveUp();

        var lost = await Assert.ThrowsAsync<WriteGroupLostException>(() => saved);
        Assert.True(bot.Get<IStoreDialect>().IsPassing(lost));
        Assert.Empty(await StoredAsync(bot));
        await third.BeginAsync();
        await await third.SaveAsync();
        Assert.Equal(["test:c"], await StoredAsync(bot));
    }

    [Fact]
    public async Task Context_ReadsByItsOwnConnectionAgain_OnceItHasWritten()
    {
        await using var bot = await HarnessAsync();
        await using var first = await WriterAsync(bot, "test:a");
        await using var second = await WriterAsync(bot, "test:b");
        await first.BeginAsync();
        await await first.SaveAsync();
        await second.BeginAsync();
        await second.Context.SaveChangesAsync(TestContext.Current.CancellationToken);

        Assert.False(await first.Context.Conversations.AnyAsync(row => row.Id == "test:b", TestContext.Current.CancellationToken));
        second.GiveUp();
    }

    private static async Task<Writer> WriterAsync(TurnHarness bot, string conversationId)
    {
        var context = await bot.Get<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        context.Conversations.Add(ConversationRow.Open(conversationId, "test", customerId: null, reference: null, bot.Clock.GetUtcNow()));
        return new Writer(bot.Get<GroupedWrites>(), context);
    }

    private static Task<List<string>> StoredAsync(TurnHarness bot) => bot.QueryAsync(context => context.Conversations
        .Where(row => row.Id != TurnHarness.ConversationId).Select(row => row.Id).Order().ToListAsync());

    private sealed class Writer(GroupedWrites writes, BotDbContext context) : IAsyncDisposable
    {
        private GroupedWrite? _write;

        public BotDbContext Context => context;

        public Task BeginAsync() => BeginAsync(patience: null);

        public async Task BeginAsync(CancellationTokenSource? patience) => _write = await writes.BeginAsync(context, patience?.Token ?? CancellationToken.None);

        /// <summary>Writes; the task that comes back ends when it is on disk.</summary>
        public async Task<Task> SaveAsync()
        {
            await context.SaveChangesAsync();
            return _write!.CommitAsync();
        }

        public void GiveUp() => _write!.Dispose();

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }
}
