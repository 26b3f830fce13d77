using System.Text.RegularExpressions;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Replies;

public sealed partial class TextCatalogueTests
{
    [Fact]
    public void BothLanguages_HaveTheSameKeys() =>
        Assert.Equal(TextCatalogue.Keys(Language.Chinese).Order(StringComparer.Ordinal), TextCatalogue.Keys(Language.English).Order(StringComparer.Ordinal));

    [Fact]
    public void BothLanguages_NameTheSameFacts()
    {
        foreach (var key in TextCatalogue.Keys(Language.Chinese))
        {
            Assert.Equal(Names(Language.Chinese, key), Names(Language.English, key));
        }
    }

    [Fact]
    public void EveryKeyThatTheCodeNames_IsInTheCatalogue()
    {
        var keys = TextCatalogue.Keys(Language.Chinese).ToHashSet();
        var named = Directory.EnumerateFiles(Path.Combine(Repository.Root, "dialogs"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, key => !keys.Contains(key));
    }

    [Fact]
    public void EveryCauseStatusAndTip_HasItsText()
    {
        var keys = TextCatalogue.Keys(Language.Chinese);
        Assert.All(Enum.GetValues<CardShop.Dialogs.Policies.PathCause>(), cause =>
            Assert.True(cause is CardShop.Dialogs.Policies.PathCause.Frozen or CardShop.Dialogs.Policies.PathCause.Abnormal || keys.Contains("cause." + Snake(cause)), cause.ToString()));
        Assert.All(Enum.GetValues<CardShop.Dialogs.Cases.Problem>(), problem => Assert.Contains("tip." + Snake(problem), keys));
        Assert.All(Enum.GetValues<CardShop.Dialogs.Shop.DeliveryState>(), state => Assert.Contains("status.delivery." + state.ToString().ToLowerInvariant(), keys));
    }

    [Fact]
    public void NoText_PromisesARefund() =>
        Assert.All(TextCatalogue.Keys(Language.Chinese), key => Assert.DoesNotMatch("一定(会|能)|保证|包退", TextCatalogue.Get(Language.Chinese, key)));

    [Fact]
    public void Facts_WithBraces_StayWhatTheyAre() =>
        Assert.Equal("收到，已把订单 {x} 的撤单请求交给店铺，有结果马上告诉您。", TextCatalogue.Get(Language.Chinese, "executing.cancel", new Dictionary<string, string> { ["order"] = "{x}" }));

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("12345", "12***45")]
    [InlineData("abc", "a**c")]
    [InlineData("someone@example.com", "so***ne@example.com")]
    public void PersonalData_IsMasked(string value, string masked) => Assert.Equal(masked, Masking.Mask(value));

    private static IEnumerable<string> Names(Language language, string key) =>
        Placeholders.Names(TextCatalogue.Get(language, key)).Distinct().Order(StringComparer.Ordinal);

    private static string Snake(Enum value) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    [GeneratedRegex("\"((?:welcome|invite|ask|order|odds|rule|status|answer|executing|done|refund|refused|note|cause|recorded|person|closed|answer|review|desk|request|clock|reconciled|evidence|card|field|format)\\.[a-z_.]*[a-z])\"")]
    private static partial Regex Key();
}
