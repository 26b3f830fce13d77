using CardShop.Activities;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Evidence.Page;
using CardShop.Bot.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Channels.Messages;

/// <summary>
/// Runs a turn for a caller that takes the bot's words with the response: those of this turn, those of what the shop answers within a little while, and those that
/// no earlier response has carried. The same activity once more gets what the first one led to.
/// </summary>
internal sealed class ExpectRepliesResponse(ITurnRunner turns, ITranscript transcript, OpenResponses responses, UploadInvitations invitations, SignedAttachments attachments, IOutsideDesk desk)
{
    /// <summary>How long the shop's answers are waited for; callers of this kind give up after 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int Limit = 200;

    /// <summary>Runs the turn and collects the words.</summary>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboundTurn inbound, HttpContext context)
    {
        var (conversationId, aborted) = (inbound.ConversationId, context.RequestAborted);
        using var response = await responses.OpenAsync(conversationId, aborted);
        var outcome = await turns.RunAsync(inbound, CancellationToken.None);
        if (outcome.AwaitsShop)
        {
            await turns.SettleAsync(conversationId, Patience, aborted);
        }

        var words = IsAll(outcome, conversationId)
            ? [.. outcome.Entries.Where(entry => entry.Speaker is not Speaker.Customer)]
            : await ReadAsync(conversationId, outcome, aborted);
        if (ConnectorActivity.ReadReference(inbound.Opening?.Reference) is not { } reference)
        {
            return [];
        }

        if (words is [.., var last])
        {
            responses.Carry(last);
            FinishOnceSent(outcome, context);
        }

        var activities = words.Select(entry => invitations.Add(attachments.Add(ConnectorActivity.Of(entry, reference), entry), entry)).ToList();
        return outcome.Handoff is { } number && await desk.OfferAsync(conversationId, number, aborted) is { } offer
            ? [.. activities, HandoffEvents.Of(offer, reference)]
            : activities;
    }

    /// <summary>Whether this turn's words are all that there is to carry.</summary>
    private bool IsAll(TurnOutcome outcome, string conversationId) =>
        outcome is { Repeated: false, AwaitsShop: false, Entries: [var first, ..] } && !(responses.CarriedUpTo(conversationId) < first.Sequence - 1);

    /// <summary>A response that was cut off leaves the rows as they are: they are sent by themselves.</summary>
    private void FinishOnceSent(TurnOutcome outcome, HttpContext context) => context.Response.OnCompleted(() =>
    {
        if (!context.RequestAborted.IsCancellationRequested)
        {
            turns.Carried(outcome.Outgoing);
        }

        return Task.CompletedTask;
    });

    private async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(string conversationId, TurnOutcome outcome, CancellationToken aborted)
    {
        var begins = outcome.Entries is [var first, ..] ? first.Sequence - 1 : (long?)null;
        var carried = outcome.Repeated ? null : responses.CarriedUpTo(conversationId);
        if ((carried < begins ? carried : begins ?? carried) is not { } after)
        {
            return [];
        }

        var entries = await transcript.ReadAsync(conversationId, after, Limit, aborted);
        return [.. outcome.Repeated ? UntilTheNextTurn(entries) : entries.Where(entry => entry.Speaker is not Speaker.Customer)];
    }

    private static IEnumerable<TranscriptEntry> UntilTheNextTurn(IReadOnlyList<TranscriptEntry> entries) =>
        entries.SkipWhile(entry => entry.Speaker is Speaker.Customer).TakeWhile(entry => entry.Speaker is not Speaker.Customer);
}
