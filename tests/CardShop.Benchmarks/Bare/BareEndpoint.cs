using System.Buffers;
using System.Text.Json;
using CardShop.Activities;
using CardShop.Activities.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CardShop.Benchmarks.Bare;

/// <summary>
/// What a turn costs at least: Kestrel parses the same Activity, writes one row of 2 KB with a commit of its own, and answers with one Activity. No routing by
/// channel, no state machine, no outbox, no audit.
/// </summary>
internal static class BareEndpoint
{
    private const int RowBytes = 2048;

    public static async Task RunAsync(IRowStore store)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, store));
        await app.RunAsync();
    }

    private static async Task AnswerAsync(HttpContext context, IRowStore store)
    {
        var body = await context.Request.BodyReader.ReadAtLeastAsync((int)context.Request.ContentLength!.Value);
        var activity = Parse(body.Buffer);
        context.Request.BodyReader.AdvanceTo(body.Buffer.End);
        var row = new byte[RowBytes];
        Random.Shared.NextBytes(row);
        await store.WriteAsync(activity.Conversation!.Id!, row);
        var reply = new Activity { Type = ActivityTypes.Message, Text = activity.Text, ReplyToId = activity.Id };
        context.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(context.Response.Body, new ExpectedReplies([reply]), ActivitiesJson.Protocol);
    }

    private static Activity Parse(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        return JsonSerializer.Deserialize<Activity>(ref reader, ActivitiesJson.Protocol)!;
    }
}
