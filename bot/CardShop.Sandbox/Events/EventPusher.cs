using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CardShop.Sandbox.Control;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Events;

/// <summary>
/// Brings what has happened to the bot, signed, oldest first, and again with growing pauses until it is acknowledged. An event whose acknowledgement stays away
/// keeps the later ones back only while the bot can't be reached at all.
/// </summary>
internal sealed partial class EventPusher(
    IHttpClientFactory clients,
    SandboxSetup setup,
    IServiceProvider services,
    Lazy<SandboxSecrets> secrets,
    Books books,
    Faults faults,
    WallClock wallClock,
    ILogger<EventPusher> logger) : IDisposable
{
    public const string Client = "CardShop.Sandbox.EventPusher";
    private const int AtATime = 1000;
    private const int MaxDoublings = 6;

    /// <summary>How long a control waits for the bot to have heard of it.</summary>
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Dictionary<long, (int Failures, DateTimeOffset NextAt)> _pauses = [];

    /// <summary>Pushes what waits, and returns when the bot has it, or after a short while: the pushing then goes on by itself.</summary>
    public async Task TryPushAsync()
    {
        var pushing = PushDueAsync(CancellationToken.None);
        try
        {
            await pushing.WaitAsync(ShortWait, wallClock.Time);
        }
        catch (TimeoutException)
        {
            Slow();
        }
    }

    /// <summary>Pushes what waits and is not in a pause.</summary>
    public async Task PushDueAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = wallClock.Now;
            foreach (var entry in await WaitingAsync(cancellationToken))
            {
                if (IsDue(entry.Id, now) && await TryAsync(entry, cancellationToken) is Pushed.Unreachable)
                {
                    return;
                }
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private Task<List<FeedEntry>> WaitingAsync(CancellationToken cancellationToken) => books.ReadAsync(
        (db, token) => db.Feed.Where(entry => entry.State == PushState.Waiting).OrderBy(entry => entry.Id).Take(AtATime).ToListAsync(token), cancellationToken);

    private bool IsDue(long id, DateTimeOffset now) => !_pauses.TryGetValue(id, out var pause) || pause.NextAt <= now;

    private async Task<Pushed> TryAsync(FeedEntry entry, CancellationToken cancellationToken)
    {
        var pushed = await SendAsync(entry, cancellationToken);
        switch (pushed)
        {
            case Pushed.Taken:
                await MarkAsync(entry.Id, PushState.Acknowledged);
                break;
            case Pushed.Refused:
                Refused(entry.Id);
                await MarkAsync(entry.Id, PushState.Refused);
                break;
            default:
                Postpone(entry.Id);
                break;
        }

        return pushed;
    }

    /// <summary>A fault of the controls loses the push on its way, or the acknowledgement on its way back.</summary>
    private async Task<Pushed> SendAsync(FeedEntry entry, CancellationToken cancellationToken)
    {
        if (faults.Take(FaultRoute.Event) is not { } fault)
        {
            return await PostAsync(entry.Body, cancellationToken);
        }

        if (fault.DelayMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), wallClock.Time, cancellationToken);
        }

        if (fault.AfterEffect)
        {
            await PostAsync(entry.Body, cancellationToken);
        }

        return Pushed.Failed;
    }

    private async Task<Pushed> PostAsync(string body, CancellationToken cancellationToken)
    {
        try
        {
            var address = new Uri(await setup.BotAddress(services, cancellationToken), ShopRoutes.Push);
            using var request = Sign(address, Encoding.UTF8.GetBytes(body));
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, cancellationToken);
            return answer.StatusCode switch
            {
                >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Pushed.Taken,
                HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => Pushed.Refused,
                _ => Pushed.Failed,
            };
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return Pushed.Unreachable;
        }
    }

    private HttpRequestMessage Sign(Uri address, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        foreach (var (name, value) in RequestSignature.Headers(
            HttpMethod.Post.Method, address.PathAndQuery, body, secrets.Value.ShopKeyId, secrets.Value.ShopSecret, wallClock.Now, RequestSignature.NewNonce()))
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    /// <summary>An entry that is gone (the shop was reset) is left alone.</summary>
    private Task MarkAsync(long id, PushState state)
    {
        _pauses.Remove(id);
        return books.WriteAsync(
            async (db, token) =>
            {
                if (await db.Feed.FindAsync([id], token) is { } entry)
                {
                    entry.State = state;
                }
            },
            CancellationToken.None);
    }

    private void Postpone(long id)
    {
        var failures = _pauses.TryGetValue(id, out var pause) ? pause.Failures + 1 : 1;
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - 1, MaxDoublings)));
        _pauses[id] = (failures, wallClock.Now + (wait < LongestPause ? wait : LongestPause));
        Failed(id, failures);
    }

    /// <summary>What one attempt came to.</summary>
    private enum Pushed
    {
        Taken,
        Refused,
        Failed,
        Unreachable,
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The bot takes its time with the demo shop's events; pushing goes on")]
    private partial void Slow();

    [LoggerMessage(Level = LogLevel.Information, Message = "Event {Entry} of the demo shop did not reach the bot, attempt {Attempt}; it is pushed again")]
    private partial void Failed(long entry, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "Event {Entry} of the demo shop is not taken by the bot")]
    private partial void Refused(long entry);
}
