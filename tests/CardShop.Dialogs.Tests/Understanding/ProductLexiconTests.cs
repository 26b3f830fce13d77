using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.Understanding;

public sealed class ProductLexiconTests
{
    private static readonly LexiconUnderstanding Understanding = new(new ProductLexicon
    {
        Products = [new ProductNames("剑网三通宝", ["通宝", "JX3"]), new ProductNames("逆水寒纹玉", ["纹玉"])],
        Regions = ["紫禁之巅", "梦江南"],
    });

    [Fact]
    public void Products_OfTheShop_AreRecognised()
    {
        var entities = Understanding.Understand("通宝买成纹玉了", null).Entities;

        Assert.Equal(new Named(null, "纹玉", "通宝"), entities.Product);
    }

    [Fact]
    public void Regions_OfTheShop_AreRecognised()
    {
        var entities = Understanding.Understand("我在梦江南，充到紫禁之巅了", null).Entities;

        Assert.Equal(new Named(null, "紫禁之巅", "梦江南"), entities.Region);
    }

    [Theory]
    [InlineData("jx3", "剑网三通宝")]
    [InlineData("纹玉", "逆水寒纹玉")]
    [InlineData("月卡", null)]
    public void NameOf_Alias_IsTheShopsName(string said, string? name)
    {
        var lexicon = new ProductLexicon { Products = [new ProductNames("剑网三通宝", ["通宝", "JX3"]), new ProductNames("逆水寒纹玉", ["纹玉"])] };

        Assert.Equal(name, lexicon.NameOf(said));
    }
}
