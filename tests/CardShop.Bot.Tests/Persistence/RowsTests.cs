using System.Text.Json;
using CardShop.Bot.Persistence;
using CardShop.Bot.Persistence.Rows;
using CardShop.Bot.Tests.Fakes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Cases;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Outbox;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Persistence;

public sealed class RowsOnSqliteTests() : RowsTests(StoreKind.Sqlite);

public sealed class RowsOnPostgreSqlTests() : RowsTests(StoreKind.PostgreSql);

/// <summary>What turns write without EF Core, and what EF Core makes of it.</summary>
public abstract class RowsTests(StoreKind store) : StoreTest(store)
{
    private const string Id = "test:rows";

    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RowOfEachKind_IsReadByEfCore_AsItWasWritten()
    {
        await using var bot = await HarnessAsync();
        var rows = Rows().ToList();

        await SaveAsync(bot, written => rows.ForEach(written.Add));

        foreach (var row in rows)
        {
            Assert.Equal(Text(row), Text(await ReadAsync(bot, row)));
        }
    }

    [Fact]
    public async Task RowThatChanges_IsReadByEfCore_AsItIsNow()
    {
        await using var bot = await HarnessAsync();
        var rows = Rows().ToList();
        await SaveAsync(bot, written => rows.ForEach(written.Add));

        await SaveAsync(bot, written =>
        {
            rows.ForEach(written.Know);
            rows.OfType<ConversationRow>().Single().Advance("{}", 7, Noon.AddHours(1));
            rows.OfType<DeadlineRow>().Single().Move(Noon.AddDays(1));
            rows.OfType<CaseRow>().Single().Move("O-2", Stage.WithHuman, path: null, Outcome.Refused, Noon.AddHours(1));
            rows.OfType<OutboxRow>().Single().Told(Certainty.Abandoned, Noon.AddHours(1));
        });

        foreach (var row in rows)
        {
            Assert.Equal(Text(row), Text(await ReadAsync(bot, row)));
        }
    }

    [Fact]
    public async Task ColumnThatTheTurnHasNotChanged_IsLeftAlone()
    {
        await using var bot = await HarnessAsync();
        var row = Conversation();
        await SaveAsync(bot, written => written.Add(row));
        await bot.QueryAsync(context => context.Conversations.Where(other => other.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.Reference, "moved")));

        await SaveAsync(bot, written =>
        {
            written.Know(row);
            row.Advance("{}", 1, Noon);
        });

        var stored = await bot.QueryAsync(context => context.Conversations.SingleAsync(other => other.Id == Id));
        Assert.Equal(("moved", "{}"), (stored.Reference, stored.State));
    }

    [Fact]
    public async Task ConversationThatHasMovedSince_IsAConflictThatPasses_AndNothingIsKept()
    {
        await using var bot = await HarnessAsync();
        var row = Conversation();
        await SaveAsync(bot, written => written.Add(row));
        await bot.QueryAsync(context => context.Conversations.Where(other => other.Id == Id).ExecuteUpdateAsync(set => set.SetProperty(other => other.Version, 9)));

        var conflict = await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(bot, written =>
        {
            written.Know(row);
            row.Advance("{}", 1, Noon);
            written.Add(Inbound("a-1"));
        }));

        Assert.True(bot.Get<IStoreDialect>().IsPassing(conflict));
        Assert.Equal(0, await bot.QueryAsync(context => context.Inbound.CountAsync()));
    }

    [Fact]
    public async Task RowThatIsThereAlready_IsAConflictThatPasses_AndNothingIsKept()
    {
        await using var bot = await HarnessAsync();
        await SaveAsync(bot, written => written.Add(Inbound("a-1")));

        var conflict = await Assert.ThrowsAnyAsync<Exception>(() => SaveAsync(bot, written =>
        {
            written.Add(Inbound("a-2"));
            written.Add(Inbound("a-1"));
        }));

        Assert.True(bot.Get<IStoreDialect>().IsPassing(conflict));
        Assert.Equal(["a-1"], await bot.QueryAsync(context => context.Inbound.Select(row => row.InboundId).ToListAsync()));
    }

    [Fact]
    public async Task RowThatMayBeThereAlready_IsAddedOnce()
    {
        await using var bot = await HarnessAsync();

        for (var time = 0; time < 2; time++)
        {
            await SaveAsync(bot, written => written.AddOnce(new CaseOrderRow { CaseNumber = Orders.CaseNumber, OrderNo = "O-2" }));
        }

        Assert.Equal(1, await bot.QueryAsync(context => context.CaseOrders.CountAsync()));
    }

    [Fact]
    public async Task RowThatIsRemoved_IsGone_AndMayBeGoneAlready()
    {
        await using var bot = await HarnessAsync();
        var row = DeadlineRow.At(Id, DeadlineKind.WindowEnd, Noon);
        await SaveAsync(bot, written => written.Add(row));

        for (var time = 0; time < 2; time++)
        {
            await SaveAsync(bot, written =>
            {
                written.Know(row);
                row.Move(Noon.AddDays(1));
                written.Remove(row);
            });
        }

        Assert.Equal(0, await bot.QueryAsync(context => context.Deadlines.CountAsync()));
    }

    [Fact]
    public async Task OutboxRows_HaveTheirIds_InTheOrderOfSending()
    {
        await using var bot = await HarnessAsync();
        OutboxRow[] rows = [.. Enumerable.Range(0, 3).Select(index => OutboxRow.For(Id, OutboxKind.ChannelEntry, $"{index}", Noon))];

        await SaveAsync(bot, written => Array.ForEach(rows, written.Add));

        Assert.Equal(rows.Select(row => (row.Id, row.Payload)), await bot.QueryAsync(async context =>
            (await context.Outbox.OrderBy(row => row.Id).ToListAsync()).Select(row => (row.Id, row.Payload))));
        Assert.All(rows, row => Assert.NotEqual(0, row.Id));
    }

    private static IEnumerable<object> Rows()
    {
        yield return Conversation();
        yield return Inbound("a-1");
        yield return new TranscriptRow { ConversationId = Id, Sequence = 1, Id = "e-1", Speaker = Speaker.Agent, At = Noon, ReplyTo = "a-1", Message = "{\"text\":\"好\"}", Echo = null };
        yield return new CaseEventRow { ConversationId = Id, CaseNumber = null, At = Noon, Cause = "a-1", Kind = "CaseOpened", Data = "{}" };
        yield return OutboxRow.For(Id, OutboxKind.ShopCase, "{}", Noon, keptBack: TimeSpan.FromSeconds(10));
        yield return DeadlineRow.At(Id, DeadlineKind.WindowEnd, Noon.AddTicks(1));
        yield return new CaseOrderRow { CaseNumber = Orders.CaseNumber, OrderNo = "O-2" };
        yield return new ChangeRow { CommandKey = "k", Key = "c-1", CaseNumber = Orders.CaseNumber, At = Noon };
        var known = new CaseRow { Number = Orders.CaseNumber, ConversationId = Id, CustomerId = "c-1", OpenedAt = Noon };
        known.Begin(Odds.AboveNinety, "Q币");
        known.Move("O-1", Stage.WithHuman, CasePath.ManualReview, outcome: null, Noon);
        yield return known;
    }

    private static ConversationRow Conversation() => ConversationRow.Open(Id, "test", customerId: null, reference: "{}", Noon);

    private static InboundRow Inbound(string inboundId) => new() { ConversationId = Id, InboundId = inboundId, FirstSequence = 1, LastSequence = 2, At = Noon };

    private static async Task SaveAsync(TurnHarness bot, Action<TurnRows> write)
    {
        await using var turn = await bot.Get<ITurnTransactions>().BeginAsync(Id, "in:none", CancellationToken.None);
        var rows = new TurnRows(bot.Get<RowKinds>());
        write(rows);
        await turn.SaveAsync(rows, companion: null, CancellationToken.None);
    }

    private static Task<object?> ReadAsync(TurnHarness bot, object row) => bot.QueryAsync(async context =>
    {
        var keys = context.Model.FindEntityType(row.GetType())!.FindPrimaryKey()!.Properties;
        return await context.FindAsync(row.GetType(), [.. keys.Select(key => key.PropertyInfo!.GetValue(row))]);
    });

    private static string Text(object? row) => JsonSerializer.Serialize(row);
}
