using CardShop.Bot.Documents;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace CardShop.Bot.Tests.Documents;

public sealed class DocumentOptionsTests
{
    [Fact]
    public void Defaults_AreFine() => Assert.Equal(TimeSpan.FromMinutes(15), Settings.Read<DocumentOptions>(Configuration()).LinkLifetime);

    [Theory]
    [InlineData("00:00:59")]
    [InlineData("1.00:00:01")]
    [InlineData("soon")]
    public void WrongLifetime_IsNamed(string lifetime)
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<DocumentOptions>(Configuration(("Documents:LinkLifetime", lifetime))));

        Assert.Contains("Documents:LinkLifetime", wrong.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
