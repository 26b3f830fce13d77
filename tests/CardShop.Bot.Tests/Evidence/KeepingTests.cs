using CardShop.Bot.Evidence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Evidence;
using CardShop.Testing;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Tests.Evidence;

public sealed class KeepingOnSqliteTests() : KeepingTests(StoreKind.Sqlite);

public sealed class KeepingOnPostgreSqlTests() : KeepingTests(StoreKind.PostgreSql);

/// <summary>Bytes come before the turn that names them; what no turn names, or one discards, is deleted.</summary>
public abstract class KeepingTests(StoreKind store) : StoreTest(store)
{
    private readonly FaultyStore _bytes = new();

    [Fact]
    public async Task Piece_IsKeptByTheTurnThatNamesIt()
    {
        await using var bot = await StartAsync();

        var piece = await SendOneAsync(bot, EvidenceFiles.Png());

        var row = await RowAsync(bot, piece.Id);
        Assert.Equal((TurnHarness.ConversationId, EvidenceMedia.Image, piece.Sha256), (row.ConversationId, row.Media, row.Sha256));
        Assert.NotNull(row.KeptAt);
        Assert.Equal(2, _bytes.Kept.Count);
    }

    [Fact]
    public async Task Piece_OfACase_BelongsToIt()
    {
        await using var bot = await StartAsync();
        OpenCase(bot, "CS-1");

        var piece = await SendOneAsync(bot, EvidenceFiles.Png());

        Assert.Equal("CS-1", (await RowAsync(bot, piece.Id)).CaseNumber);
    }

    [Fact]
    public async Task SamePicture_InTheSameCase_IsThereAlready()
    {
        await using var bot = await StartAsync();
        OpenCase(bot, "CS-1");
        await SendOneAsync(bot, EvidenceFiles.Png());

        Assert.Equal(FileRefusal.AlreadyThere, Assert.IsType<RefusedFile>((await SendAsync(bot, "a-2", EvidenceFiles.LargePng(500)))[0]).Cause);
    }

    [Fact]
    public async Task SamePicture_Withdrawn_MayComeAgain()
    {
        await using var bot = await StartAsync();
        OpenCase(bot, "CS-1");
        var piece = await SendOneAsync(bot, EvidenceFiles.Png());
        await DiscardAsync(bot, piece.Id);

        Assert.IsType<AcceptedFile>((await SendAsync(bot, "a-2", EvidenceFiles.Png()))[0]);
    }

    [Fact]
    public async Task SamePicture_InAnotherConversation_IsFlagged()
    {
        await using var bot = await StartAsync();
        await SendOneAsync(bot, EvidenceFiles.Png());
        await bot.Runner.OpenAsync(new ConversationOpening("test:2", "test", "c-2", null), CancellationToken.None);

        var again = await SendAsync(bot, "b-1", "test:2", EvidenceFiles.LargePng(500));

        Assert.True(Assert.IsType<AcceptedFile>(again[0]).Piece.SeenElsewhere);
    }

    [Fact]
    public async Task SamePicture_InTheNextCaseOfTheConversation_IsFlagged()
    {
        await using var bot = await StartAsync();
        OpenCase(bot, "CS-1");
        await SendOneAsync(bot, EvidenceFiles.Png());
        OpenCase(bot, "CS-1", Outcome.Cancelled);
        await bot.SayAsync("好", "a-2");

        Assert.True(Assert.IsType<AcceptedFile>((await SendAsync(bot, "a-3", EvidenceFiles.Png()))[0]).Piece.SeenElsewhere);
    }

    [Fact]
    public async Task SamePictureTwice_InOneMessage_IsTakenOnce()
    {
        await using var bot = await StartAsync();

        var files = await SendAsync(bot, "a-1", EvidenceFiles.Png(), EvidenceFiles.Png());

        Assert.IsType<AcceptedFile>(files[0]);
        Assert.Equal(FileRefusal.AlreadyThere, Assert.IsType<RefusedFile>(files[1]).Cause);
    }

    [Fact]
    public async Task ThirtyFiles_AtOnce_TenAreTaken()
    {
        await using var bot = await StartAsync();

        var files = await SendAsync(bot, "a-1", [.. Enumerable.Range(0, 30).Select(shade => EvidenceFiles.Png(shade: (byte)shade))]);

        Assert.Equal(10, files.Count(file => file is AcceptedFile));
        Assert.All(files.Skip(10), file => Assert.Equal(FileRefusal.TooMany, Assert.IsType<RefusedFile>(file).Cause));
    }

    [Fact]
    public async Task CaseThatIsFull_TakesNoMore()
    {
        await using var bot = await StartAsync();
        OpenCase(bot, "CS-1");
        await SendAsync(bot, "a-1", [.. Enumerable.Range(0, 10).Select(shade => EvidenceFiles.Png(shade: (byte)shade))]);
        await SendAsync(bot, "a-2", [.. Enumerable.Range(10, 10).Select(shade => EvidenceFiles.Png(shade: (byte)shade))]);

        Assert.Equal(FileRefusal.TooMany, Assert.IsType<RefusedFile>((await SendAsync(bot, "a-3", EvidenceFiles.Png(shade: 99)))[0]).Cause);
    }

    [Fact]
    public async Task FiftyMegabytes_AreTooLarge()
    {
        await using var bot = await StartAsync();

        Assert.Equal(FileRefusal.TooLarge, Assert.IsType<RefusedFile>((await SendAsync(bot, "a-1", EvidenceFiles.LargePng(50_000_000)))[0]).Cause);
        Assert.Empty(_bytes.Kept);
    }

    [Fact]
    public async Task DiskFull_NothingIsHalfKept()
    {
        await using var bot = await StartAsync();
        _bytes.Room = 1;

        Assert.Equal(FileRefusal.NotStored, Assert.IsType<RefusedFile>((await SendAsync(bot, "a-1", EvidenceFiles.Png()))[0]).Cause);
        await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None);

        Assert.Empty(_bytes.Kept);
        Assert.Equal(0, await bot.QueryAsync(context => context.Evidence.CountAsync(row => row.KeptAt != null)));
    }

    [Fact]
    public async Task StoreDown_FileIsNotStored_AndComesThroughLater()
    {
        await using var bot = await StartAsync();
        _bytes.IsDown = true;
        Assert.Equal(FileRefusal.NotStored, Assert.IsType<RefusedFile>((await SendAsync(bot, "a-1", EvidenceFiles.Png()))[0]).Cause);

        _bytes.IsDown = false;

        Assert.IsType<AcceptedFile>((await SendAsync(bot, "a-2", EvidenceFiles.Png()))[0]);
    }

    [Fact]
    public async Task MessageThatComesTwice_NamesItsPieceOnce()
    {
        await using var bot = await StartAsync();
        var batch = bot.Get<EvidenceIntake>().Open(TurnHarness.ConversationId);
        await batch.TakeAsync(new MemoryStream(EvidenceFiles.Png()), CancellationToken.None);
        var second = bot.Get<EvidenceIntake>().Open(TurnHarness.ConversationId);
        await second.TakeAsync(new MemoryStream(EvidenceFiles.Png()), CancellationToken.None);

        await RunAsync(bot, "a-1", batch);
        await RunAsync(bot, "a-1", second);
        await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None);

        Assert.Single(bot.Engine.Turns);
        Assert.Equal(Assert.IsType<AcceptedFile>(batch.Files[0]).Piece.Id, Assert.Single(_bytes.Kept.Keys, key => !key.EndsWith("-thumbnail", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PieceWithoutATurn_IsSweptAfterADay()
    {
        await using var bot = await StartAsync();
        await bot.Get<EvidenceIntake>().Open(TurnHarness.ConversationId).TakeAsync(new MemoryStream(EvidenceFiles.Png()), CancellationToken.None);

        bot.Clock.Advance(TimeSpan.FromHours(23));
        await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None);
        Assert.NotEmpty(_bytes.Kept);

        bot.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None));
        Assert.Empty(_bytes.Kept);
    }

    /// <summary>E6: what a closed case has left is kept for a while, and no longer; an open one keeps what it has.</summary>
    [Theory]
    [InlineData(Stage.Closed, 179, false), InlineData(Stage.Closed, 181, true), InlineData(Stage.UnderReview, 181, false), InlineData(Stage.Legal, 181, false)]
    public async Task EvidenceOfAClosedCase_GoesHalfAYearLater(Stage stage, int days, bool isGone)
    {
        await using var bot = await StartAsync();
        bot.Engine.Script = _ => ScriptedEngine.Says("") with
        {
            State = ConversationState.New with { Case = new CaseFile { Number = "CS-1" } },
            Messages = [ScriptedEngine.Message("words") with { Case = new CaseView { Number = "CS-1", Stage = stage, State = "", Orders = [], Rules = [] } }],
        };
        await SendAsync(bot, "a-1", EvidenceFiles.Png());

        bot.Clock.Advance(TimeSpan.FromDays(days));
        await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None);

        Assert.Equal(isGone, _bytes.Kept.IsEmpty);
    }

    [Fact]
    public async Task Discarded_IsDeletedAfterTheSave_AlsoWhenTheStoreWasDownOrTheProcessDied()
    {
        await using var bot = await StartAsync();
        var piece = await SendOneAsync(bot, EvidenceFiles.Png());
        await DiscardAsync(bot, piece.Id);
        _bytes.IsDown = true;
        Assert.Equal(0, await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None));

        await bot.RestartAsync();
        _bytes.IsDown = false;

        Assert.Equal(1, await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None));
        Assert.Equal(0, await bot.Get<EvidenceSweeper>().SweepAsync(CancellationToken.None));
        Assert.Empty(_bytes.Kept);
        Assert.NotNull((await RowAsync(bot, piece.Id)).DeletedAt);
    }

    [Fact]
    public async Task Discarded_CanNotBeSeenAnyMore()
    {
        await using var bot = await StartAsync();
        var piece = await SendOneAsync(bot, EvidenceFiles.Png());
        Assert.NotNull(await bot.Get<IEvidenceBook>().FindKeptAsync(piece.Id, CancellationToken.None));

        await DiscardAsync(bot, piece.Id);

        Assert.Null(await bot.Get<IEvidenceBook>().FindKeptAsync(piece.Id, CancellationToken.None));
    }

    private static async Task<EvidencePiece> SendOneAsync(TurnHarness bot, byte[] file) => Assert.IsType<AcceptedFile>((await SendAsync(bot, "a-1", file))[0]).Piece;

    private static Task<IReadOnlyList<ArrivedFile>> SendAsync(TurnHarness bot, string inboundId, params byte[][] files) =>
        SendAsync(bot, inboundId, TurnHarness.ConversationId, files);

    private static async Task<IReadOnlyList<ArrivedFile>> SendAsync(TurnHarness bot, string inboundId, string conversationId, params byte[][] files)
    {
        var batch = bot.Get<EvidenceIntake>().Open(conversationId);
        foreach (var file in files)
        {
            await batch.TakeAsync(new MemoryStream(file), CancellationToken.None);
        }

        await RunAsync(bot, inboundId, batch, conversationId);
        return batch.Files;
    }

    private static async Task RunAsync(TurnHarness bot, string inboundId, EvidenceBatch batch, string conversationId = TurnHarness.ConversationId)
    {
        await bot.Runner.RunAsync(new InboundTurn(conversationId, inboundId, new CustomerSaid("") { Files = batch.Files }, "{}"), CancellationToken.None);
        await batch.SettleAsync();
    }

    private static async Task DiscardAsync(TurnHarness bot, string id)
    {
        var former = bot.Engine.Script;
        bot.Engine.Script = turn => (Decided)former(turn) with { DiscardedEvidence = [id] };
        await bot.SayAsync("撤回", "withdraw");
        bot.Engine.Script = former;
    }

    private static void OpenCase(TurnHarness bot, string number, Outcome? outcome = null) => bot.Engine.Script = _ =>
    {
        var says = ScriptedEngine.Says("ok");
        return says with
        {
            State = says.State with { Case = new CaseFile { Number = number } },
            Messages = [ScriptedEngine.Message("ok") with
                {
                    Case = new CaseView { Number = number, Stage = Stage.Evidence, State = "Evidence", Outcome = outcome, Orders = [], Rules = [] },
                },
            ],
        };
    };

    private static Task<EvidenceRow> RowAsync(TurnHarness bot, string id) => bot.QueryAsync(context => context.Evidence.SingleAsync(row => row.Id == id));

    private async Task<TurnHarness> StartAsync()
    {
        var bot = await HarnessAsync();
        bot.EvidenceStore = _bytes;
        await bot.RestartAsync();
        return bot;
    }
}
