using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>The evidence chain (rules E1 to E6): kept whenever it comes, named for what it shows, missed before anybody decides.</summary>
public sealed class EvidenceTests
{
    private const string Number = "KM2026112200001";

    /// <summary>E1, E2, E5: the order page and the proof of what was meant are asked for at once; E4: what is missing is named before anything is filed.</summary>
    [Fact]
    public void Review_AsksForEvidenceAtOnce_AndSaysWhatIsMissing()
    {
        var talk = Reviewed();
        Assert.Equal((Stage.Evidence, Asks.Evidence), (talk.Case.Stage, talk.Case.Asks));
        Assert.True(talk.Said[^1].TakesFiles);

        talk.Sends(Picture("E-1"));
        Assert.Equal(["evidence.received", "evidence.missing_review"], talk.Keys);
        Assert.Contains("订单页截图", talk.Said[0].Text, StringComparison.Ordinal);
        Assert.Contains("还缺：本来要买什么的聊天或页面", talk.Said[1].Text, StringComparison.Ordinal);
        Assert.Contains("E4", talk.Case.Rules);

        talk.Sends(Picture("E-2"));
        Assert.Equal(["evidence.received", "ask.request"], talk.Keys);
        Assert.Equal([EvidenceLink.Order, EvidenceLink.Mistake], talk.State.Case!.Evidence.Select(evidence => evidence.Link));
    }

    [Fact]
    public void SignedInCustomer_HasShownWhoTheyAre_AGuestHasNot()
    {
        var guest = Reviewed(customerId: null).Sends(Picture("E-1"), Picture("E-2"));
        Assert.Contains("下单手机号", guest.Said[^1].Text, StringComparison.Ordinal);

        Assert.Equal("ask.request", Reviewed().Sends(Picture("E-1"), Picture("E-2")).Said[^1].Key);
    }

    [Fact]
    public void Files_BeforeACase_ArePutToIt()
    {
        var talk = new Script().With(Late()).Opens().Sends(Picture("E-1"));
        Assert.Equal(["evidence.kept", "invite.problem"], talk.Keys);

        talk.Says("账号充错了").Says(Number);

        Assert.Equal("evidence.missing_review", talk.Said[^1].Key);
        Assert.DoesNotContain("订单页截图", talk.Said[^1].Text, StringComparison.Ordinal);
        Assert.Equal("E-1", Assert.Single(talk.State.Case!.Evidence).Piece.Id);
        Assert.Empty(talk.State.UnclaimedEvidence);
    }

    [Fact]
    public void Files_WithAReport_GoToTheCaseThatItOpens()
    {
        var talk = new Script().With(Late()).Opens().Sends($"订单 {Number} 账号充错了", Picture("E-1"));

        Assert.Equal("E-1", Assert.Single(talk.State.Case!.Evidence).Piece.Id);
        Assert.Equal(Stage.Evidence, talk.Case.Stage);
    }

    /// <summary>Inside the window the clock comes first (E5 never delays P1).</summary>
    [Fact]
    public void Files_DuringTheReadBack_AreKept_AndTheQuestionStaysOpen()
    {
        var talk = new Script().With(Some.Facts(Some.Order())).Opens().Says("账号充错了，撤单").Says(Number);
        Assert.Equal(Asks.Confirm, talk.Case.Asks);

        talk.Sends(Picture("E-1"));
        Assert.Equal(("evidence.received", Asks.Confirm), (talk.Said[0].Key, talk.Case.Asks));

        talk.Says("确认").ShopDoes();
        Assert.Equal(Outcome.Cancelled, talk.Case.Outcome);
        Assert.Single(talk.Moves);
    }

    /// <summary>R5: a file that was not kept is not said to be with the reviewer.</summary>
    [Fact]
    public void FileRefused_UnderReview_IsNotSaidToHaveBeenPassedOn()
    {
        var talk = Reviewed().Sends(Picture("E-1"), Picture("E-2")).Says("退款").Says("确认提交").Sends(new RefusedFile(FileRefusal.NotEvidence));
        Assert.Equal(["evidence.refused.not_evidence", "review.status"], talk.Keys);

        Assert.Equal("review.piece_added", talk.Sends(Picture("E-3")).Said[^1].Key);
    }

    [Fact]
    public void SamePiece_HandedInTwice_CountsOnce()
    {
        var talk = Reviewed().Sends(Picture("E-1")).Sends(Picture("E-1"));

        Assert.Single(talk.State.Case!.Evidence);
        Assert.Single(talk.Events.OfType<EvidenceReceived>());
    }

    [Fact]
    public void Piece_TakenForTheWrongThing_CanBeCorrected()
    {
        var talk = Reviewed().Sends(Picture("E-1")).Says("记错了，是另一样");

        Assert.Equal(["evidence.relabelled", "evidence.missing_review"], talk.Keys);
        Assert.Equal(EvidenceLink.Mistake, Assert.Single(talk.State.Case!.Evidence).Link);
        Assert.Contains("还缺：订单页截图", talk.Said[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Piece_TakenBack_IsDeleted()
    {
        var talk = Reviewed().Sends(Picture("E-1")).Says("撤回刚发的");

        Assert.Equal(["E-1"], talk.Discarded);
        Assert.Empty(talk.State.Case!.Evidence);
        Assert.Contains(new EvidenceWithdrawn("E-1"), talk.Events);
    }

    [Fact]
    public void PictureSeenElsewhere_IsNotedForTheReviewer()
    {
        var talk = Reviewed().Sends(new AcceptedFile(Piece("E-1") with { SeenElsewhere = true }));

        Assert.Contains(new EvidenceReceived("E-1", EvidenceLink.Order, true), talk.Events);
    }

    [Fact]
    public void EachRefusal_SaysWhyAndWhatToDo_AndTheRestIsKept()
    {
        foreach (var cause in Enum.GetValues<FileRefusal>())
        {
            var talk = Reviewed().Sends(new RefusedFile(cause), Picture("E-1"), new RefusedFile(cause));

            Assert.Single(talk.Keys, key => key.StartsWith("evidence.refused.", StringComparison.Ordinal));
            Assert.Single(talk.State.Case!.Evidence);
        }
    }

    [Fact]
    public void WordsWhileEvidenceIsWaitedFor_AreNoted_AndNotCalledUnclear()
    {
        var talk = Reviewed().Says("我手机没电了等下发");

        Assert.Equal(["review.statement_noted", "evidence.missing_review"], talk.Keys);
        Assert.Equal(Asks.Evidence, talk.Case.Asks);
    }

    /// <summary>E4, H2: a full disk is ours, not the customer's: it is said kindly, what came with it is kept, and the same file is taken later.</summary>
    [Theory]
    [InlineData("zh-CN", "不是您的问题")]
    [InlineData("en-US", "not your fault")]
    public void FileThatCouldNotBeStored_IsOurFault_AndNothingElseIsLost(string locale, string kind)
    {
        var talk = new Script("c-1", locale).With(Late()).Opens().Says(locale == "zh-CN" ? $"{Number} 账号充错了" : $"{Number} I topped up the wrong account");

        talk.Sends(Picture("E-1"), new RefusedFile(FileRefusal.NotStored));

        Assert.Contains(kind, talk.Said.Single(said => said.Key == "evidence.refused.not_stored").Text, StringComparison.Ordinal);
        Assert.Equal(["E-1"], talk.State.Case!.Evidence.Select(evidence => evidence.Piece.Id));
        Assert.Equal(Asks.Evidence, talk.Case.Asks);
        talk.Sends(Picture("E-2"));
        Assert.Equal(["E-1", "E-2"], talk.State.Case!.Evidence.Select(evidence => evidence.Piece.Id));
    }

    private static Script Reviewed(string? customerId = "c-1")
    {
        var talk = new Script(customerId).With(Late()).Opens().Says("账号充错了").Says(Number);
        return customerId is null ? talk.Says("13800001111") : talk;
    }

    private static OrderFacts Late() => Some.Facts(Some.Order() with { PaidAt = Some.Now - TimeSpan.FromHours(2) });

    private static AcceptedFile Picture(string id) => new(Piece(id));

    private static EvidencePiece Piece(string id) => new() { Id = id, Media = EvidenceMedia.Image, Sha256 = new string('0', 64), ReceivedAt = Some.Now };
}
