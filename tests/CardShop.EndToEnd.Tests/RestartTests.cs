using CardShop.EndToEnd.Tests.Infrastructure;
using CardShop.Testing;

namespace CardShop.EndToEnd.Tests;

/// <summary>botframework-directlinejs, as Web Chat uses it, lives through a restart of the real host in the middle of a conversation.</summary>
public sealed class RestartTests
{
    [Theory]
    [InlineData("socket", "killed")]
    [InlineData("socket", "stopped")]
    [InlineData("polling", "killed")]
    [InlineData("polling", "stopped")]
    public async Task DirectLineJs_GoesOnWhereItWas_AfterARestart(string transport, string how)
    {
        await using var host = await HostProcess.StartNewAsync();

        await NodeClient.RunAsync(
            "restart.mjs", [host.Address.AbsoluteUri.TrimEnd('/'), transport], _ => host.RestartAsync(isKilled: how == "killed"), TestContext.Current.CancellationToken);
    }
}
