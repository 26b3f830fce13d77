using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>A channel's connector: keeps what is posted to it, and answers as told.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Sink(WebApplication app)
    {
        _app = app;
        Url = new Uri(app.Urls.Single());
    }

    public Uri Url { get; private init; }

    /// <summary>What was posted: the address as it was sent, and the activity.</summary>
    public ConcurrentQueue<(string Target, JsonObject Activity)> Posted { get; } = [];

    /// <summary>The answers to give, in order; 200 with an id after the last one.</summary>
    public ConcurrentQueue<(HttpStatusCode Status, string Body)> Answers { get; } = [];

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        Sink? sink = null;
        app.Run(context => sink!.TakeAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return sink = new Sink(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
        Posted.Enqueue((context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, activity));
        var (status, body) = Answers.TryDequeue(out var told) ? told : (HttpStatusCode.OK, """{"id":"sink-1"}""");
        context.Response.StatusCode = (int)status;
        if (status is HttpStatusCode.Redirect)
        {
            context.Response.Headers.Location = "/elsewhere";
        }

        await context.Response.WriteAsync(body);
    }
}
