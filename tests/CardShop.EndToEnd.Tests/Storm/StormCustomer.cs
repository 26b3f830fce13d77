using System.Net.Sockets;
using System.Text.Json.Nodes;
using CardShop.EndToEnd.Tests.Infrastructure;

namespace CardShop.EndToEnd.Tests.Storm;

/// <summary>
/// A patient customer in a storm: answers what is asked, reads the screen again after each mishap, and says again only what did not get through.
/// Remembers what was sent, so that nothing of it can be lost or doubled unseen.
/// </summary>
internal sealed class StormCustomer(Talk talk, Shop shop, string orderNo, Errand errand, bool saysYesTwice) : IDisposable
{
    private static readonly TimeSpan AnsweredWithin = TimeSpan.FromSeconds(60);
    private readonly List<string> _accepted = [];
    private int _lost;

    public string OrderNo => orderNo;

    public Errand Errand => errand;

    /// <summary>What the host has taken, by the ids that it gave.</summary>
    public IReadOnlyList<string> Accepted => _accepted;

    /// <summary>How often something was sent and no answer came: it may have been taken or not.</summary>
    public int Lost => _lost;

    public bool HasEnded { get; private set; }

    /// <summary>Talks until the case has ended, whatever happens to the host on the way.</summary>
    public async Task TalkToTheEndAsync(CancellationToken cancellationToken)
    {
        while (!HasEnded)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await StepAsync(cancellationToken);
            }
            catch (Exception mishap) when (mishap is HttpRequestException or IOException or SocketException || (mishap is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    public Task<IReadOnlyList<JsonNode>> TranscriptAsync() => talk.TranscriptAsync();

    public Task RefreshAsync() => talk.RefreshAsync();

    public void Dispose() => talk.Dispose();

    private async Task StepAsync(CancellationToken cancellationToken)
    {
        var view = Talk.CaseOf(await talk.TranscriptAsync());
        if ((string?)view?["stage"] == "closed")
        {
            HasEnded = true;
        }
        else if (Answer(view) is { } answer)
        {
            if (saysYesTwice && (string?)view?["asks"] == "confirm")
            {
                await Task.WhenAll(SayAsync(answer, cancellationToken), SayAsync(answer, cancellationToken));
            }
            else
            {
                await SayAsync(answer, cancellationToken);
            }
        }
        else
        {
            if (view is not null)
            {
                await errand.OthersAct(shop, view, orderNo);
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    private string? Answer(JsonNode? view) => view is null ? errand.Words
        : (string?)view["asks"] == "order" ? orderNo
        : (string?)view["asks"] is { } asks ? errand.Answers.GetValueOrDefault(asks)
        : null;

    /// <summary>Says something, and waits for its answer: what was taken is answered, sooner or later, through all restarts.</summary>
    private async Task SayAsync(string text, CancellationToken cancellationToken)
    {
        string id;
        try
        {
            id = await talk.SayAsync(text);
        }
        catch (Exception mishap) when (mishap is HttpRequestException or IOException or SocketException or TaskCanceledException)
        {
            Interlocked.Increment(ref _lost);
            throw;
        }

        lock (_accepted)
        {
            _accepted.Add(id);
        }

        using var patience = new CancellationTokenSource(AnsweredWithin);
        while (!await IsAnsweredAsync(id))
        {
            Assert.False(patience.IsCancellationRequested, $"'{text}' was taken as {id} and never answered.");
            await Task.Delay(30, cancellationToken);
        }
    }

    private async Task<bool> IsAnsweredAsync(string id)
    {
        try
        {
            return (await talk.TranscriptAsync()).Any(activity => (string?)activity["replyToId"] == id);
        }
        catch (Exception mishap) when (mishap is HttpRequestException or IOException or SocketException or TaskCanceledException)
        {
            return false;
        }
    }
}
