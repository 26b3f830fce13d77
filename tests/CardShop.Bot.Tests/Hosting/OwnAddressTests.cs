using CardShop.Bot.Hosting;

namespace CardShop.Bot.Tests.Hosting;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://localhost:3978", "http://localhost:3978/")]
    [InlineData("http://0.0.0.0:80", "http://127.0.0.1:80/")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://+:8080", "http://127.0.0.1:8080/")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080/")]
    [InlineData("https://bot.example:8443", "https://bot.example:8443/")]
    public void BoundAddress_IsReachedFromWithin(string bound, string reachable) => Assert.Equal(new Uri(reachable), OwnAddress.ToReachable(bound));
}
