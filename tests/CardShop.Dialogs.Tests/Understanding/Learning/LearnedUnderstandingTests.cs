using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Dialogs.Tests.Understanding.Learning;

public sealed class LearnedUnderstandingTests
{
    private static readonly LexiconUnderstanding Lexicon = new();
    private static readonly LearnedUnderstanding Learned = new(TrainedModel.Bytes);

    /// <summary>Messages without a word of the lexicon's; none of them is in the corpus.</summary>
    [Theory]
    [InlineData("给我妹冲的那个被我冲到前男友号上了救命", Intent.ReportError, Problem.WrongAccount)]
    [InlineData("扣了我两份钱可我只要一份呀", Intent.ReportError, Problem.DuplicateOrder)]
    [InlineData("我以为是三十的，付完才看清是三百的", Intent.ReportError, Problem.WrongDenomination)]
    [InlineData("钱都从卡里走了，你们这儿还写着待付款", Intent.ReportError, Problem.UnconfirmedPayment)]
    [InlineData("话费怎么跑到我前同事手机上去了，尾号不是我的", Intent.ReportError, Problem.WrongPhone)]
    [InlineData("等了快一个钟头，东西还是没影儿", Intent.DeliveryProblem, null)]
    [InlineData("有个自称你们主管的加我微信，让我把卡号卡密拍给他", Intent.FraudReport, null)]
    [InlineData("下回付钱前能不能先帮我瞅一眼填得对不对", Intent.PreventionAdvice, null)]
    public void Message_WithoutAWordOfTheLexicon_IsUnderstood(string text, Intent intent, Problem? problem)
    {
        var understood = Learned.Understand(text, null);

        Assert.Equal((intent, problem), (understood.Intent, understood.Problem));
    }

    /// <summary>V1: how to keep somebody from ordering is a question, not a report; a child's order told of stays a report, whatever is asked beside it.</summary>
    [Theory]
    [InlineData("怎么防止孩子自己乱充值", Intent.PreventionAdvice)]
    [InlineData("如何避免小孩乱买点券", Intent.PreventionAdvice)]
    [InlineData("咋才能不让娃乱充钱", Intent.PreventionAdvice)]
    [InlineData("有什么办法防止小孩偷偷充值吗", Intent.PreventionAdvice)]
    [InlineData("How do I stop my kid from buying things in the game?", Intent.PreventionAdvice)]
    [InlineData("小孩乱充了500块，能退吗", Intent.ReportError)]
    [InlineData("孩子拿我手机乱充了，怎么办", Intent.ReportError)]
    [InlineData("我家娃偷偷买了一堆点券，要退款", Intent.ReportError)]
    [InlineData("My son bought 500 yuan of Q coins, I want a refund", Intent.ReportError)]
    public void KeepingAChildFromOrdering_IsAQuestion_AndItsOrderAReport(string text, Intent intent) => Assert.Equal(intent, Learned.Understand(text, null).Intent);

    /// <summary>What the rules are sure of is not left open because the classifier hesitates.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(Asks.Problem)]
    [InlineData(Asks.Order)]
    public void Problem_ToldWithARemedy_IsKept(Asks? asked) =>
        Assert.Equal(Problem.WrongAccount, Learned.Understand("订单 KM20261123498075 账号填错了，撤单退款", asked).Problem);

    /// <summary>What was told with a clear cue is not asked for again, however short the account is.</summary>
    [Theory]
    [InlineData("账号充错了，改成67890", "67890")]
    [InlineData("账号填错了，应该是87654321", "87654321")]
    public void Account_ToldWithItsCue_IsHeard(string text, string account) => Assert.Equal(account, Learned.Understand(text, null).Entities.Account.To);

    /// <summary>G2: money moves on a yes, so the classifier may doubt one, never find one.</summary>
    [Fact]
    public void SureYes_IsAlwaysOneByTheRules()
    {
        var random = new Random(20261122);
        string[] pieces = ["是", "对", "好", "嗯", "行", "可以", "吧", "应该", "不", "没", "ok", "yes", "sure", "确认", "退", "改", "的", "了", "?", "，", "账号", "不对", "先别", "谢谢"];
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 1 + random.Next(5)).Select(_ => pieces[random.Next(pieces.Length)]));

            if (Learned.Understand(text, Asks.Confirm) is { Intent: Intent.Affirm, Sure: true })
                Assert.True(Lexicon.Understand(text, Asks.Confirm) is { Intent: Intent.Affirm, Sure: true }, text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u200B")]
    [InlineData("😀😀😀")]
    [InlineData("？？？")]
    public void Message_WithoutWords_StaysWithTheRules(string text) =>
        Assert.Equivalent(Lexicon.Understand(text, null), Learned.Understand(text, null), strict: true);

    [Fact]
    public void Message_OfAnyLengthAndCharacters_IsAnswered()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Create(random.Next(6_000), random, static (span, from) =>
            {
                foreach (ref var character in span)
                    character = (char)from.Next(char.MaxValue + 1);
            });

            Assert.InRange(Learned.Understand(text, round % 2 == 0 ? null : Asks.Account).Confidence, 0, 1);
        }
    }

    [Fact]
    public void SameMessage_MeansTheSameEveryTime()
    {
        const string text = "本来想充10块，手滑点成100了，订单KM20261122000001";

        Assert.Equivalent(new LearnedUnderstanding(TrainedModel.Bytes).Understand(text, null), Learned.Understand(text, null), strict: true);
    }

    [Fact]
    public void Model_OfAnotherVersion_IsRefused() => Assert.Throws<InvalidDataException>(() => new LearnedUnderstanding(new byte[64]));

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1_000)]
    [InlineData(5_000_000)]
    public void Model_ThatIsCutOff_IsRefused(int length) => Assert.Throws<InvalidDataException>(() => new LearnedUnderstanding(TrainedModel.Bytes[..length]));
}
