using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Tests.Hosting;

/// <summary>A bot of which only the endpoints for tokens and events are there.</summary>
internal sealed class BotStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Authorization, string Body)> _requests = [];

    private readonly ConcurrentQueue<(Dictionary<string, string?> Headers, string Body)> _pushes = [];

    private BotStub(string answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/v3/directline/tokens/generate", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            _requests.Enqueue((request.Headers.Authorization.ToString(), await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
            return Results.Text(answer, "application/json");
        });
        _app.MapPost("/api/shop/events", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            _pushes.Enqueue((request.Headers.ToDictionary(header => header.Key, header => (string?)header.Value), await reader.ReadToEndAsync(TestContext.Current.CancellationToken)));
            return Results.StatusCode(PushStatus);
        });
    }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public IReadOnlyCollection<(string Authorization, string Body)> Requests => _requests;

    /// <summary>How it answers events.</summary>
    public int PushStatus { get; set; } = StatusCodes.Status202Accepted;

    public IReadOnlyCollection<(Dictionary<string, string?> Headers, string Body)> Pushes => _pushes;

    /// <summary>The events that were pushed.</summary>
    public IReadOnlyList<JsonNode> Told => [.. _pushes.Select(push => JsonNode.Parse(push.Body)!)];

    public static async Task<BotStub> StartAsync(string answer = """{"token":"t-1","conversationId":"conv-1","expires_in":3600}""")
    {
        var bot = new BotStub(answer);
        await bot._app.StartAsync(TestContext.Current.CancellationToken);
        return bot;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
