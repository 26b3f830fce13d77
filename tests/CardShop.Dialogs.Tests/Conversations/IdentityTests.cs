using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Tests.Conversations;

/// <summary>Who the customer is (rules E3, E6): a guest shows it by a code to the order's registered phone, before any picture of an ID is thought of.</summary>
public sealed class IdentityTests
{
    private const string Number = "KM2026112200001";
    private const string Button = "用短信验证码证明";

    /// <summary>E3: the code closes the link, and no ID is asked for.</summary>
    [Theory]
    [InlineData("402917")]
    [InlineData("验证码是402917")]
    [InlineData("402 917")]
    public void RightCode_ShowsWhoTheCustomerIs(string words)
    {
        var talk = Guest().Says(Button);
        Assert.Equal(["identity.sent"], talk.Keys);
        Assert.Contains("138****1111", talk.Said[0].Text, StringComparison.Ordinal);

        talk.Says(words);

        Assert.Equal("identity.proven", talk.Said[0].Key);
        Assert.True(talk.State.Case!.Identity!.IsProven);
        Assert.DoesNotContain(EvidenceLink.Identity, DeskAdvice.Missing(talk.State.Case!, isSignedIn: false));
        Assert.Single(talk.Events.OfType<IdentityProven>());
        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id == "identity_code");
    }

    /// <summary>E3: with the pictures there already, the code completes the chain.</summary>
    [Fact]
    public void LastLinkOfTheChain_LeadsOnToTheApplication()
    {
        var talk = Guest().Sends(Picture("E-1"), Picture("E-2")).Says(Button).Says(Script.RightCode);

        Assert.Equal("ask.request", talk.Said[^1].Key);
    }

    /// <summary>E3, H2: a wrong code says how often it may still be tried; each try has its own name, and after the last one a fresh code is offered.</summary>
    [Fact]
    public void WrongCodes_AreCounted_UntilAFreshOneIsNeeded()
    {
        var talk = Guest().Says(Button).Says("111111");
        Assert.Equal("identity.wrong", talk.Said[0].Key);
        Assert.Contains("2 次", talk.Said[0].Text, StringComparison.Ordinal);

        talk.Says("222222").Says("333333");

        Assert.Equal("identity.used_up", talk.Said[0].Key);
        Assert.Equal(3, talk.Attempts.Distinct().Count());
        Assert.Contains(talk.Said[^1].Options, option => option.Id == "identity_code");
        Assert.Null(talk.Events.OfType<IdentityProven>().FirstOrDefault());
    }

    /// <summary>E3: what is no code any more is no proof; the digits are then what they are elsewhere.</summary>
    [Fact]
    public void CodeThatNobodyAskedFor_ReachesNoShop()
    {
        var talk = Guest().Says("402917");

        Assert.Empty(talk.Attempts);
        Assert.Null(talk.State.Case!.Identity);
    }

    /// <summary>H3: no phone, too many, a silent shop: each is said, with a person one step away; nothing is asked twice.</summary>
    [Fact]
    public void ShopThatSendsNone_IsSaid()
    {
        var none = Guest();
        none.CodeAnswer = new UnsupportedAnswer();
        none.Says(Button);
        Assert.Equal("identity.no_phone", none.Said[0].Key);
        Assert.DoesNotContain(none.Said[^1].Options, option => option.Id == "identity_code");
        Assert.Contains(none.Said[^1].Options, option => option.Id == "human");

        var often = Guest();
        often.CodeAnswer = new ThrottledAnswer(TimeSpan.FromMinutes(7));
        Assert.Contains("7 分钟", often.Says(Button).Said[0].Text, StringComparison.Ordinal);

        var silent = Guest();
        silent.CodeAnswer = new UnreachableAnswer();
        Assert.Equal("identity.unsure", silent.Says(Button).Said[0].Key);
        silent.CodeAnswer = null;
        Assert.Equal("identity.proven", silent.Says(Script.RightCode).Said[0].Key);
    }

    /// <summary>E3: a shop that does not answer costs no try: the same one is asked about again.</summary>
    [Fact]
    public void SilentShop_CostsNoTry()
    {
        var talk = Guest().Says(Button);
        talk.ShopIsDown = true;
        Assert.Equal("identity.not_checked", talk.Says(Script.RightCode).Said[0].Key);
        talk.ShopIsDown = false;

        Assert.Equal("identity.proven", talk.Says(Script.RightCode).Said[0].Key);
        Assert.Equal(["CS-261122-TEST1.try.1"], talk.Attempts);
    }

    /// <summary>E3: a signed-in customer has shown it already, and gets no button.</summary>
    [Fact]
    public void SignedInCustomer_NeedsNoCode()
    {
        var talk = new Script().With(Late()).Opens().Says("账号充错了").Says(Number);

        Assert.DoesNotContain(talk.Said[^1].Options, option => option.Id == "identity_code");
    }

    private static Script Guest() => new Script(customerId: null).With(Late()).Opens().Says("账号充错了").Says(Number).Says("13800001111");

    private static OrderFacts Late() => Some.Facts(Some.Order() with { PaidAt = Some.Now - TimeSpan.FromHours(2) });

    private static AcceptedFile Picture(string id) => new(new EvidencePiece { Id = id, Media = EvidenceMedia.Image, Sha256 = id, ReceivedAt = Some.Now });
}
