using System.Text.Json;
using CardShop.Bot.Hosting;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding.SecondOpinions;
using CardShop.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.SecondOpinions;

/// <summary>
/// Asks a language model. It runs in the order of a conversation's messages, but before the turn's transaction: nothing of the store is held while it is waited for. What is
/// read here may be outdated when the turn begins; an opinion counts only for the question that was open when it was asked for.
/// </summary>
internal sealed partial class SecondOpinion(
    DoubtfulMessages doubtful,
    LanguageModel model,
    Strain strain,
    IDbContextFactory<BotDbContext> contexts,
    TypingSign typing,
    Instruments instruments,
    WallClock wall,
    ILogger<SecondOpinion> logger) : ISecondOpinion
{
    public async ValueTask<InboundTurn> WithOpinionAsync(string inboundId, InboundTurn inbound, CancellationToken cancellationToken)
    {
        if (inbound.Incoming is not CustomerSaid { Choice: null, Text.Length: > 0 } said || await OpenAsync(inboundId, inbound, cancellationToken) is not { } open
            || doubtful.QuestionOf(said, open.State) is not { } question)
        {
            return inbound;
        }

        typing.Give(open.Info);
        return await AskAsync(question, cancellationToken) is { } opinion ? inbound with { Incoming = said with { Opinion = opinion } } : inbound;
    }

    private async Task<Opinion?> AskAsync(OpinionQuestion question, CancellationToken cancellationToken)
    {
        var begun = wall.Time.GetTimestamp();
        Opinion? opinion = null;
        if (strain.Enter() is not { } outcome)
        {
            outcome = AskedAbout.Failed;
            try
            {
                opinion = question.Read(await model.AskAsync(question, cancellationToken));
                outcome = opinion is null ? AskedAbout.Refused : AskedAbout.Taken;
            }
            catch (TimeoutException)
            {
                outcome = AskedAbout.Slow;
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // Whatever a service or its client may throw: the bot's own understanding goes on. The message may hold what was sent, so that only its kind is told.
                var kind = failure.GetType().Name;
                LogFailure(kind);
            }
            finally
            {
                strain.Leave(outcome);
            }
        }

        instruments.SecondOpinion.Record(wall.Time.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("bot.second_opinion.outcome", Label.Of(outcome)));
        return opinion;
    }

    /// <summary>Where the conversation stands; null for a message that was handed in before.</summary>
    private async Task<(ConversationState State, ConversationInfo Info)?> OpenAsync(string inboundId, InboundTurn inbound, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.Conversations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == inbound.ConversationId, cancellationToken);
        if (row is not null && await context.Inbound.AnyAsync(seen => seen.ConversationId == row.Id && seen.InboundId == inboundId, cancellationToken))
        {
            return null;
        }

        var state = row?.State is { } kept ? JsonSerializer.Deserialize<ConversationState>(kept, DialogsJson.House)! : ConversationState.New;
        return (state, new ConversationInfo(inbound.ConversationId, row?.Channel ?? inbound.Opening?.Channel ?? "", row?.CustomerId, row?.Reference ?? inbound.Opening?.Reference));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The language model could not be asked ({Failure}); the bot's own understanding goes on")]
    private partial void LogFailure(string failure);
}
