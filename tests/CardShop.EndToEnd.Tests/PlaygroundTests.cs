using CardShop.EndToEnd.Tests.Infrastructure;
using CardShop.Testing;

namespace CardShop.EndToEnd.Tests;

/// <summary>The Microsoft 365 Agents Playground from npm holds the main job's conversation with the real host on /api/messages.</summary>
public sealed class PlaygroundTests
{
    [Theory]
    [InlineData("webchat", "default")]
    [InlineData("directline", "default")]
    [InlineData("emulator", "default")]
    [InlineData("emulator", "expectReplies")]
    public async Task Playground_StopsAMistakenOrder_Once(string channel, string delivery)
    {
        await using var host = await HostProcess.StartNewAsync();

        await NodeClient.RunAsync(
            "playground.mjs", [host.Address.AbsoluteUri.TrimEnd('/'), channel, delivery],
            wish => throw new InvalidOperationException($"Nothing is to be granted to '{wish}'."), TestContext.Current.CancellationToken);
    }
}
