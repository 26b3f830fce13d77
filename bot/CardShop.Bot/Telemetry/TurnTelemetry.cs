using System.Diagnostics;
using CardShop.Bot.Hosting;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Telemetry;

/// <summary>Watches turns: how long, how they came out, and what happened in their cases.</summary>
internal sealed class TurnTelemetry(Instruments instruments, WallClock wall)
{
    /// <summary>Begins to watch one turn; disposing of it ends that.</summary>
    public WatchedTurn Begin(InboundTurn inbound) => new(instruments, wall.Time, inbound);

    /// <summary>Counts what a saved turn came to.</summary>
    public void Saved(Decided decided)
    {
        foreach (var fact in decided.Events)
        {
            instruments.CaseEvents.Add(1, new("bot.case.event", Label.OfKind(fact)), new("bot.case.detail", Detail(fact)));
        }
    }

    private static string? Detail(CaseEvent fact) => fact switch
    {
        CaseOpened opened => Label.Of(opened.Intent),
        ProblemTold told => Label.Of(told.Problem),
        PathDecided { Path: { } path } => Label.Of(path),
        ReadBack readBack => Label.Of(readBack.Remedy),
        Confirmed confirmed => Label.Of(confirmed.Remedy),
        PersonCalled called => Label.Of(called.Cause),
        CaseRecorded recorded => Label.Of(recorded.Path),
        CaseClosed closed => Label.Of(closed.Outcome),
        _ => null,
    };
}

/// <summary>A turn under way: a span and, at its end, a measurement.</summary>
internal sealed class WatchedTurn : IDisposable
{
    private const string Failed = "failed";

    private readonly Instruments _instruments;
    private readonly TimeProvider _time;
    private readonly Activity? _span;
    private readonly string _channel;
    private readonly string _trigger;
    private readonly long _begun;

    private string _outcome = Failed;

    public WatchedTurn(Instruments instruments, TimeProvider time, InboundTurn inbound)
    {
        (_instruments, _time) = (instruments, time);
        _channel = ChannelOf(inbound.ConversationId);
        _trigger = Label.OfKind(inbound.Incoming);
        _span = instruments.Spans.StartActivity($"turn {_trigger}");
        _begun = time.GetTimestamp();
    }

    /// <summary>It is run again, because of this.</summary>
    public void Retry(string conflict) => _instruments.TurnRetries.Add(1, new KeyValuePair<string, object?>("error.type", conflict));

    /// <summary>It came out well.</summary>
    public TurnOutcome End(TurnOutcome outcome)
    {
        _outcome = outcome.Repeated ? "repeated" : "answered";
        return outcome;
    }

    public void Dispose()
    {
        _instruments.TurnDuration.Record(
            _time.GetElapsedTime(_begun).TotalSeconds, new("bot.channel", _channel), new("bot.turn.trigger", _trigger), new("bot.turn.outcome", _outcome));
        _span?.SetTag("bot.channel", _channel).SetTag("bot.turn.outcome", _outcome).SetStatus(_outcome == Failed ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
        _span?.Dispose();
    }

    /// <summary>The channel alone: on some of them the rest of a conversation's id is the customer's own.</summary>
    private static string ChannelOf(string conversationId) => conversationId.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? conversationId[..end] : conversationId;
}
