using CardShop.Bot.Evidence;
using CardShop.Bot.Tests.Fakes;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Testing;
using static CardShop.Bot.Tests.Desk.DeskHarness;

namespace CardShop.Bot.Tests.Desk;

public sealed class FilesAndTypingOnSqliteTests() : FilesAndTypingTests(StoreKind.Sqlite);

public sealed class FilesAndTypingOnPostgreSqlTests() : FilesAndTypingTests(StoreKind.PostgreSql);

/// <summary>Files and the sign of somebody writing, both ways.</summary>
public abstract class FilesAndTypingTests(StoreKind store) : DeskTest(store)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CustomersPicture_IsSeenSmallInTheConversationAndAmongTheEvidence_AndOpensWhole()
    {
        await using var house = await StartAsync();
        var number = await HoldAsync(house);

        var piece = await SendAsync(house, EvidenceFiles.Png(), EvidencePurpose.Proof);

        var file = await FileAsync(house, number);
        Assert.Equal((piece.Id, "x.png", false), (file.PieceId, file.Name, file.IsIdentity));
        Assert.EndsWith("?small", file.Small!.ToString(), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single((await house.Desk<IDeskCase>().ReadAsync(Li, number, false, Token))!.Evidence).Small);
        Assert.True((await house.Desk<IDeskCase>().ShowEvidenceAsync(Li, number, piece.Id, reason: null, Token)).Result.IsDone);
        Assert.Equal(DeskResult.NotAllowed, (await house.Desk<IDeskCase>().ShowEvidenceAsync(Stranger, number, piece.Id, reason: null, Token)).Result);
    }

    [Fact]
    public async Task IdentityDocument_IsSeenBlurred_AndWholeOnlyForAReasonThatIsRecorded()
    {
        await using var house = await StartAsync();
        var number = await HoldAsync(house);
        var engine = house.Engine.Script;
        house.Engine.Script = turn => engine(turn) is Decided decided && turn.Incoming is CustomerSaid { Files: [AcceptedFile sent] } ? WithDocument(decided, sent.Piece) : engine(turn);

        var piece = await SendAsync(house, EvidenceFiles.Png(), EvidencePurpose.Identity);

        var file = await FileAsync(house, number);
        Assert.True(file.IsIdentity);
        Assert.NotNull(file.Small);
        var desk = house.Desk<IDeskCase>();
        Assert.Equal(DeskOutcome.NeedsReason, (await desk.ShowEvidenceAsync(Li, number, piece.Id, reason: " ", Token)).Result.Outcome);
        Assert.True((await desk.ShowEvidenceAsync(Li, number, piece.Id, "核对姓名", Token)).Result.IsDone);
        var line = Assert.Single(await house.Desk<IDeskAudit>().ReadAsync(Admin, new AuditFilter(CaseNumber: number), Token), line => line.Action == "uncovered_identity");
        Assert.Contains(piece.Id, line.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PictureThatWasTakenBack_CanBeSeenNoMore()
    {
        await using var house = await StartAsync();
        var number = await HoldAsync(house);
        var piece = await SendAsync(house, EvidenceFiles.Png(), EvidencePurpose.Proof);

        await house.QueryAsync(context =>
        {
            context.Evidence.Single(row => row.Id == piece.Id).Withdraw(house.Clock.GetUtcNow());
            return context.SaveChangesAsync(Token);
        });

        Assert.Null((await FileAsync(house, number)).PieceId);
        Assert.Equal(DeskResult.Gone, (await house.Desk<IDeskCase>().ShowEvidenceAsync(Li, number, piece.Id, reason: null, Token)).Result);
    }

    [Fact]
    public async Task AgentsFile_ReachesTheCustomer_Once_AndIsSeenInTheConversation()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await HoldAsync(house);
        var talk = house.Desk<IDeskConversation>();
        await house.DrainAsync();
        var before = house.Sender.Sent.Count;

        Assert.True((await talk.SendFileAsync(Li, number, new MemoryStream(EvidenceFiles.Png()), "f-1", Token)).IsDone);
        Assert.Equal(DeskOutcome.AlreadyDone, (await talk.SendFileAsync(Li, number, new MemoryStream(EvidenceFiles.Png()), "f-1", Token)).Outcome);
        await house.DrainAsync();

        var sent = Assert.Single(Assert.Single(house.Sender.Sent.Skip(before)).Message!.Files!);
        var file = await FileAsync(house, number);
        Assert.Equal(sent.Piece, file.PieceId);
        Assert.NotNull(file.Small);
    }

    [Fact]
    public async Task AgentsFile_ThatIsNone_IsRefused_AndNobodyButTheHolderSendsOne()
    {
        await using var house = await StartAsync();
        var number = await HoldAsync(house);
        var talk = house.Desk<IDeskConversation>();

        Assert.Equal(DeskOutcome.NotAcceptable, (await talk.SendFileAsync(Li, number, new MemoryStream(EvidenceFiles.Executable()), "f-1", Token)).Outcome);
        Assert.Equal(new DeskResult(DeskOutcome.HeldByAnother, "小李"), await talk.SendFileAsync(Wang, number, new MemoryStream(EvidenceFiles.Png()), "f-2", Token));
        Assert.Equal(DeskResult.NotAllowed, await talk.SendFileAsync(Stranger, number, new MemoryStream(EvidenceFiles.Png()), "f-3", Token));
    }

    [Fact]
    public async Task HolderWhoTypes_IsSeenByTheCustomerAndByColleagues_AndNobodyElseIs()
    {
        await using var house = await StartAsync(channel: "pushed");
        var number = await HoldAsync(house);
        await house.Desk<IDeskPresence>().HereAsync(Li, "page-1", number, Token);
        await house.Desk<IDeskPresence>().HereAsync(Wang, "page-2", number, Token);
        using var waiter = house.Get<TranscriptSignals>().Listen(TurnHarness.ConversationId);
        var signs = house.Sender.TypingSigns;

        await house.Desk<IDeskConversation>().TypingAsync(Wang, number, Token);
        Assert.False(waiter.News.IsCompleted);
        Assert.Equal(signs, house.Sender.TypingSigns);
        await house.Desk<IDeskConversation>().TypingAsync(Li, number, Token);

        Assert.Equal(TranscriptNews.Typing, await waiter.News);
        Assert.Equal(signs + 1, house.Sender.TypingSigns);
        Assert.Contains(new Viewer(Li.Id, Li.DisplayName, IsTyping: true), (await house.Desk<IDeskBoard>().FindAsync(Wang, number, Token))!.Viewers);
    }

    private static async Task<string> HoldAsync(TurnHarness house)
    {
        var number = await house.CallWithOrderAsync();
        await house.Desk<IDeskBoard>().ClaimAsync(Li, number, Token);
        return number;
    }

    /// <summary>A case that waits for a document, and gets it.</summary>
    private static Decided WithDocument(Decided decided, EvidencePiece piece)
    {
        var file = decided.State.Case!;
        file = file with { Evidence = [.. file.Evidence, new CaseEvidence(piece, EvidenceLink.Identity)] };
        return decided with { State = decided.State with { Case = file }, About = file, DiscardedEvidence = [] };
    }

    /// <summary>A file of the customer's, as a page sends it.</summary>
    private static async Task<EvidencePiece> SendAsync(TurnHarness house, byte[] file, EvidencePurpose purpose)
    {
        var batch = house.Get<EvidenceIntake>().Open(TurnHarness.ConversationId, purpose);
        await batch.TakeAsync(new MemoryStream(file), Token);
        var piece = Assert.IsType<AcceptedFile>(batch.Files.Single()).Piece;
        var echo = $$"""{"attachments":[{"contentType":"image/png","name":"x.png","contentUrl":"evidence:{{piece.Id}}"}]}""";
        await house.Runner.RunAsync(new InboundTurn(TurnHarness.ConversationId, "picture", new CustomerSaid("") { Files = batch.Files }, echo), Token);
        await batch.SettleAsync();
        return piece;
    }

    private static async Task<SpokenFile> FileAsync(TurnHarness house, string number) =>
        Assert.Single((await house.Desk<IDeskConversation>().ReadAsync(Li, number, 0, 100, Token)).SelectMany(line => line.Files));
}
