using CardShop.Activities;
using CardShop.Bot.Turns;
using CardShop.Persistence.Conversations;

namespace CardShop.Bot.Channels.Messages;

/// <summary>
/// Runs a turn for a caller that takes the bot's words with the response: those of this turn, those of what the shop answers within a little while, and those that
/// no earlier response has carried. The same activity once more gets what the first one led to.
/// </summary>
internal sealed class ExpectRepliesResponse(ITurnRunner turns, ITranscript transcript, OpenResponses responses)
{
    /// <summary>How long the shop's answers are waited for; callers of this kind give up after 15 s.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private const int Limit = 200;

    /// <summary>Runs the turn and collects the words.</summary>
    public async Task<IReadOnlyList<Activity>> RunAsync(InboundTurn inbound, CancellationToken aborted)
    {
        var conversationId = inbound.ConversationId;
        using var response = await responses.OpenAsync(conversationId, aborted);
        var outcome = await turns.RunAsync(inbound, CancellationToken.None);
        await turns.SettleAsync(conversationId, Patience, aborted);

        var words = await ReadAsync(conversationId, outcome, aborted);
        if (await transcript.FindAsync(conversationId, aborted) is not { } conversation
            || ConnectorActivity.ReadReference(conversation) is not { } reference)
        {
            return [];
        }

        if (words is [.., var last])
        {
            responses.Carry(last);
        }

        return [.. words.Select(entry => ConnectorActivity.Of(entry, reference))];
    }

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
