using System.Globalization;
using CardShop.Channels.Tests.Fakes;
using CardShop.Testing;

namespace CardShop.Channels.Tests.DirectLine;

/// <summary>botframework-directlinejs from npm, as Web Chat uses it, against the running channel.</summary>
public sealed class MicrosoftClientTests
{
    [Theory]
    [InlineData("socket")]
    [InlineData("polling")]
    [InlineData("drop")]
    [InlineData("reload")]
    [InlineData("refresh")]
    [InlineData("expiry")]
    [InlineData("fault")]
    [InlineData("refusals")]
    [InlineData("upload")]
    [InlineData("uploadPolling")]
    public async Task DirectLineJs_GoesItsWay(string scenario)
    {
        await using var channels = await RunningChannels.StartAsync();

        await NodeClient.RunAsync(
            "directline.mjs", [channels.Address.AbsoluteUri.TrimEnd('/'), RunningChannels.Secret, scenario], wish => Grant(channels, wish), TestContext.Current.CancellationToken);
    }

    private static Task Grant(RunningChannels channels, string wish)
    {
        switch (wish.Split(' ', 2))
        {
            case ["say", var text]:
                channels.House.Say(channels.House.Inbound.First().ConversationId, Words.Of("later", text));
                return Task.CompletedTask;
            case ["wait", var time]:
                channels.Wall.Advance(TimeSpan.Parse(time, CultureInfo.InvariantCulture));
                return Task.CompletedTask;
            case ["fault"]:
                channels.House.Fault = new TimeoutException("The store is busy.");
                return channels.House.FaultMet;
            case ["mend"]:
                channels.House.Fault = null;
                return Task.CompletedTask;
            default:
                throw new ArgumentException($"The client asks for '{wish}'.", nameof(wish));
        }
    }
}
