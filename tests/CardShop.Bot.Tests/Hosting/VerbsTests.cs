using CardShop.Bot.Hosting;
using CardShop.Bot.Hosting.CommandLine;

namespace CardShop.Bot.Tests.Hosting;

public sealed class VerbsTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    public void NoVerb_Serves(params string[] arguments) => Assert.Null(Verbs.Find(arguments));

    [Fact]
    public void KnownVerb_IsFound() => Assert.NotNull(Verbs.Find(["migrate", "--CardShop:DataDirectory=x"]));

    [Fact]
    public void UnknownVerb_IsToldWithThoseThatThereAre()
    {
        var wrong = Assert.Throws<SettingException>(() => Verbs.Find(["serve"]));

        Assert.StartsWith("verb 'serve': there is none of that name; use ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains("migrate", wrong.Message, StringComparison.Ordinal);
    }
}
