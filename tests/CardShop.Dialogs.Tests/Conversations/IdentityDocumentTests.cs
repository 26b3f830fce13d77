using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>A picture of an identity document (rules E3, E6): the last resort, on a page of its own, and gone as soon as the case needs it no more.</summary>
public sealed class IdentityDocumentTests
{
    private const string Number = "KM2026112200001";
    private const string Button = "改用证件照片";

    /// <summary>E3: as long as a code may help, no document is spoken of.</summary>
    [Fact]
    public void Document_IsOfferedOnly_WhenNoCodeCanHelp()
    {
        var talk = Guest();
        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id == "identity_document");

        talk.CodeAnswer = new UnsupportedAnswer();
        talk.Says("用短信验证码证明");

        Assert.Contains(talk.Said[^1].Options, option => option.Id == "identity_document");
    }

    /// <summary>E6: the chat leads to the page, and takes no document itself.</summary>
    [Fact]
    public void Button_LeadsToTheConsentPage_WithAPersonOneStepAway()
    {
        var talk = WithoutCode().Says(Button);

        Assert.Equal("identity.document", talk.Said[^1].Key);
        Assert.True(talk.Said[^1].TakesIdentityDocument);
        Assert.False(talk.Said[^1].TakesFiles);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "human");
    }

    /// <summary>E3, E6: the consent is on record with its wording, and the link is closed.</summary>
    [Fact]
    public void Document_ClosesTheLink_AndTheConsentIsOnRecord()
    {
        var talk = WithoutCode().Says(Button).Sends(Document("I-1"));

        Assert.Equal("identity.document_received", talk.Said[0].Key);
        Assert.DoesNotContain(EvidenceLink.Identity, DeskAdvice.Missing(talk.State.Case!, isSignedIn: false));
        Assert.Contains(new IdentityConsented("I-1", "2026-11"), talk.Events);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "withdraw_document");
        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id is "identity_document" or "other_evidence");
    }

    /// <summary>E6: what nobody asked for, or asks for no more, is not kept.</summary>
    [Fact]
    public void Document_ThatNobodyWaitsFor_IsDeletedAtOnce()
    {
        var twice = WithoutCode().Says(Button).Sends(Document("I-1")).Sends(Document("I-2"));
        Assert.Contains("identity.document_unneeded", twice.Keys);
        Assert.Equal(["I-2"], twice.Discarded);
        Assert.Equal("I-1", Assert.Single(twice.State.Case!.Evidence).Piece.Id);

        var early = new Script(customerId: null).Opens().Sends(Document("I-3"));
        Assert.Equal("identity.document_unneeded", early.Said[0].Key);
        Assert.Equal(["I-3"], early.Discarded);
        Assert.Empty(early.State.UnclaimedEvidence);
    }

    /// <summary>PIPL 15: consent is withdrawn by a button or in words, and the link is open again.</summary>
    [Theory]
    [InlineData("删除证件照片")]
    [InlineData("把我的身份证删了吧")]
    [InlineData("please delete my ID")]
    public void Consent_CanBeWithdrawn(string words)
    {
        var talk = WithoutCode().Says(Button).Sends(Document("I-1")).Says(words);

        Assert.Equal("identity.document_withdrawn", talk.Said[0].Key);
        Assert.Equal(["I-1"], talk.Discarded);
        Assert.Contains(EvidenceLink.Identity, DeskAdvice.Missing(talk.State.Case!, isSignedIn: false));
    }

    /// <summary>PIPL 15: a button on a card says nothing, and an old one is still a withdrawal.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Consent_CanBeWithdrawn_ByTheButtonOfACard(bool ofTheOpenQuestion)
    {
        var talk = WithoutCode().Says(Button).Sends(Document("I-1"));
        talk.Presses(ofTheOpenQuestion ? talk.State.Asked!.Id : "q-old", "withdraw_document");

        Assert.Equal("identity.document_withdrawn", talk.Said[0].Key);
        Assert.Equal(["I-1"], talk.Discarded);
    }

    /// <summary>PIPL 15, E6: at any time means whoever has the conversation, and whichever of its cases has the document; nothing else ends by it.</summary>
    [Fact]
    public void Consent_CanBeWithdrawn_FromAPerson_UnderReview_AndForACaseThatWaits()
    {
        var review = Filed().Says("算了，身份证照片删掉吧");
        Assert.Equal(["identity.document_withdrawn", "review.status"], review.Keys);
        Assert.Equal(Stage.UnderReview, review.Case.Stage);

        var person = Filed().PersonJoins().Says("删除证件照片");
        Assert.Equal(["identity.document_withdrawn"], person.Keys);
        Assert.Equal(["I-1"], person.Discarded);

        var parked = Filed().With(Some.Facts(Some.Order() with { OrderNo = "KM2026112200002" })).Says("另一单 KM2026112200002 面额选错了").Says("13800001111");
        Assert.Single(parked.State.Parked);
        parked.Says("删除证件照片");
        Assert.Equal(["I-1"], parked.Discarded);
        Assert.DoesNotContain(parked.State.Parked[0].Evidence, evidence => evidence.Piece.Id == "I-1");
        Assert.Equal("KM2026112200002", parked.State.Case!.Order!.OrderNo);
    }

    /// <summary>R5: nothing is said to be with the reviewer that is not.</summary>
    [Fact]
    public void DocumentThatIsNotWanted_UnderReview_IsNotSaidToHaveBeenPassedOn() =>
        Assert.Equal(["identity.document_unneeded", "review.status"], Filed().Sends(Document("I-2")).Keys);

    /// <summary>E6: an approval has seen it; nobody needs it after that.</summary>
    [Fact]
    public void Approval_DeletesIt_AndTellsTheCustomer()
    {
        var talk = Filed().ReviewerSays(ReviewVerdict.Approve);

        Assert.Equal(["review.approved_refund", "identity.document_deleted"], talk.Keys);
        Assert.Equal(["I-1"], talk.Discarded);
        Assert.Contains(new IdentityDocumentDeleted("I-1"), talk.Events);
        Assert.DoesNotContain(talk.State.Case!.Evidence, evidence => evidence.Piece.Id == "I-1");
    }

    /// <summary>E6: so has a refusal, and the end that the customer makes.</summary>
    [Fact]
    public void End_DeletesIt()
    {
        Assert.Equal(["I-1"], Filed().ReviewerSays(ReviewVerdict.Refuse).Discarded);
        Assert.Equal(["I-1"], WithoutCode().Says(Button).Sends(Document("I-1")).Says("不弄了").Discarded);
    }

    /// <summary>R5: a reviewer who wants to see who a signed-in customer is leads to the page as well.</summary>
    [Fact]
    public void ReviewerWhoAsksForIt_OffersThePage_ToASignedInCustomerToo()
    {
        var talk = new Script().With(Late()).Opens().Says("账号充错了").Says(Number).Sends(Picture("E-1"), Picture("E-2")).Says("退款").Says("确认提交");
        Assert.Equal(Stage.UnderReview, talk.Case.Stage);

        talk.ReviewerSays(ReviewVerdict.MoreEvidence, link: EvidenceLink.Identity);
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "identity_document");

        talk.Says(Button).Sends(Document("I-1"));
        Assert.Null(talk.State.Case!.WantedPiece);
        Assert.Equal("identity.document_received", talk.Said[0].Key);
    }

    private static Script Filed() =>
        WithoutCode().Sends(Picture("E-1"), Picture("E-2")).Says(Button).Sends(Document("I-1")).Says("退款").Says("确认提交");

    private static Script WithoutCode()
    {
        var talk = Guest();
        talk.CodeAnswer = new UnsupportedAnswer();
        return talk.Says("用短信验证码证明");
    }

    private static Script Guest() => new Script(customerId: null).With(Late()).Opens().Says("账号充错了").Says(Number).Says("13800001111");

    private static OrderFacts Late() => Some.Facts(Some.Order() with { PaidAt = Some.Now - TimeSpan.FromHours(2) });

    private static AcceptedFile Picture(string id) => new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = id, ReceivedAt = Some.Now });

    private static AcceptedFile Document(string id) =>
        new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = "", Purpose = EvidencePurpose.Identity, ConsentWording = "2026-11", ReceivedAt = Some.Now });
}
