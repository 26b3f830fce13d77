using System.Net;
using CardShop.Sandbox.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Tests.Control;

public sealed class ClockTests
{
    [Fact]
    public async Task Advance_MovesTheOneClock_AndNotTheWallClock()
    {
        await using var host = await ShopHost.StartAsync();
        var wall = host.WallClock.GetUtcNow();
        await host.AdvanceClockAsync(90);
        var reading = (await host.AdvanceClockAsync(0.5)).Json;
        Assert.Equal((wall.AddSeconds(90.5), 90.5), ((DateTimeOffset)reading["now"]!, (double)reading["offsetSeconds"]!));
        Assert.Equal(wall.AddSeconds(90.5), host.Services.GetClock().GetUtcNow());
        Assert.Equal(wall, host.WallClock.GetUtcNow());
    }

    [Fact]
    public async Task Advance_RunsWhatCameDue_BeforeItAnswers()
    {
        var work = new Noted();
        await using var host = await ShopHost.StartAsync(services: services => services.AddSingleton<IDueWork>(work));
        work.Clock = host.Services.GetClock();
        await host.AdvanceClockAsync(60);
        Assert.Equal([host.WallClock.GetUtcNow().AddSeconds(60)], work.RanAt);
    }

    [Theory]
    [InlineData("""{"advanceSeconds":-1}""")]
    [InlineData("""{"advanceSeconds":1e18}""")]
    [InlineData("""{"advanceSeconds":"NaN"}""")]
    [InlineData("""{"advanceSeconds":null}""")]
    [InlineData("""{}""")]
    public async Task AdvanceThatMakesNoSense_IsRefused(string body)
    {
        await using var host = await ShopHost.StartAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Control.PostAsync("clock", body)).Status);
        Assert.Equal(TimeSpan.Zero, host.Services.GetClock().Offset);
    }

    [Fact]
    public async Task AdvancesAtOnce_AddUp()
    {
        await using var host = await ShopHost.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => host.AdvanceClockAsync(1)));
        Assert.Equal(TimeSpan.FromSeconds(10), host.Services.GetClock().Offset);
    }

    [Fact]
    public async Task Clock_SurvivesARestart_AndResetTakesItBack()
    {
        var directory = Directory.CreateTempSubdirectory("cardshop-sandbox-");
        await using (var host = await ShopHost.StartAsync(directory: directory.FullName))
        {
            await host.AdvanceClockAsync(3600);
        }

        await using (var host = await ShopHost.StartAsync(directory: directory.FullName))
        {
            Assert.Equal(TimeSpan.FromHours(1), host.Services.GetClock().Offset);
            await host.Control.PostAsync("reset");
            Assert.Equal(TimeSpan.Zero, host.Services.GetClock().Offset);
        }

        await using (var host = await ShopHost.StartAsync(directory: directory.FullName))
        {
            Assert.Equal(TimeSpan.Zero, host.Services.GetClock().Offset);
        }

        directory.Delete(recursive: true);
    }

    private sealed class Noted : IDueWork
    {
        public SandboxClock? Clock { get; set; }

        public List<DateTimeOffset> RanAt { get; } = [];

        public Task RunDueAsync(CancellationToken cancellationToken)
        {
            RanAt.Add(Clock!.GetUtcNow());
            return Task.CompletedTask;
        }
    }
}
