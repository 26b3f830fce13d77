using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>The endpoints, one method each. The caller has been admitted when they run.</summary>
internal sealed class DirectLineHandlers(
    DirectLineConversations conversations,
    DirectLineAnswers answers,
    DirectLineStream stream,
    DirectLineUploads uploads,
    AttachedFiles attached,
    EvidenceFiles files,
    SignedAttachments attachments,
    ITranscript transcript,
    PostThrottle throttle,
    CustomerPresence presence,
    ILogger<DirectLineHandlers> logger)
{
    /// <summary>The shop's server asks for a token, for one of its customers or for a guest.</summary>
    public async Task<IResult> GenerateTokenAsync(HttpContext context)
    {
        var (start, problem) = await DirectLineStart.ReadAsync(context.Request);
        return start is null
            ? problem!
            : answers.Token(ForShop(start));
    }

    /// <summary>A page asks for more time.</summary>
    public Task<IResult> RefreshTokenAsync(HttpContext _, DirectLineToken caller) =>
        Task.FromResult(caller.Kind is DirectLineTokenKind.Secret ? ChannelProblem.BadToken : answers.Token(caller));

    /// <summary>A page begins its token's conversation; the shop's server may begin one for a customer.</summary>
    public async Task<IResult> StartAsync(HttpContext context, DirectLineToken caller)
    {
        var (start, problem) = await DirectLineStart.ReadAsync(context.Request);
        if (start is null)
        {
            return problem!;
        }

        var token = caller.Kind is DirectLineTokenKind.Secret ? ForShop(start) : caller;
        var isNew = await conversations.StartAsync(token, start.Locale);
        return answers.Conversation(token, context.Request, watermark: null, isNew);
    }

    /// <summary>
    /// A page comes back, after a reload or with its socket gone. The shop's server may come back for a page whose token has died: the new one names the same customer.
    /// </summary>
    public async Task<IResult> ReconnectAsync(HttpContext context, DirectLineToken caller)
    {
        var token = caller;
        if (await conversations.FindAsync(caller.ConversationId, context.RequestAborted) is { } conversation)
        {
            token = token with { UserId = conversation.CustomerId };
        }
        else if (caller.Kind is DirectLineTokenKind.Secret)
        {
            return ChannelProblem.NoConversation;
        }
        else
        {
            await conversations.StartAsync(token, locale: null);
        }

        return answers.Conversation(token, context.Request, context.Request.Query["watermark"], isNew: false);
    }

    /// <summary>A page asks for news. A passing fault is no news: any error would end the client's polling without a word.</summary>
    public async Task<IResult> PollAsync(HttpContext context, DirectLineToken caller)
    {
        var after = ActivitySet.ReadWatermark(context.Request.Query["watermark"]);
        presence.Asked(DirectLineConversations.Key(caller.ConversationId));
        IReadOnlyList<TranscriptEntry> entries = [];
        try
        {
            entries = await transcript.ReadAsync(DirectLineConversations.Key(caller.ConversationId), after, ActivitySet.Limit, context.RequestAborted);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            DirectLineLog.PollFailed(logger, fault);
        }

        return Results.Bytes(ActivitySet.Of(caller.ConversationId, entries, after, files.AddressFor(context.Request), attachments), "application/json; charset=utf-8");
    }

    /// <summary>A page says something.</summary>
    public async Task<IResult> PostAsync(HttpContext context, DirectLineToken caller)
    {
        if (!throttle.TryTake(caller.ConversationId))
        {
            context.Response.Headers.RetryAfter = "5";
            return ChannelProblem.TooManyMessages;
        }

        var (posted, problem) = await ActivityRequest.ReadAsync(context.Request);
        if (posted is null)
        {
            return problem!;
        }

        var batch = await attached.TakeAsync(DirectLineConversations.Key(caller.ConversationId), posted.Json, channel: null, context.RequestAborted);
        posted = posted with { Files = batch?.Files ?? [] };
        try
        {
            return DirectLineAnswers.Id(await conversations.PostAsync(caller, posted));
        }
        catch (ConversationNotFoundException) when (caller.Kind is DirectLineTokenKind.Conversation)
        {
            // Spoken without having begun: the token is proof enough to begin now.
            await conversations.StartAsync(caller, posted.Activity.Locale);
            return DirectLineAnswers.Id(await conversations.PostAsync(caller, posted));
        }
        catch (ConversationNotFoundException)
        {
            return ChannelProblem.NoConversation;
        }
        finally
        {
            await (batch?.SettleAsync() ?? Task.CompletedTask);
        }
    }

    /// <summary>A page sends files.</summary>
    public Task<IResult> UploadAsync(HttpContext context, DirectLineToken caller) => uploads.TakeAsync(context, caller);

    /// <summary>A page opens its socket.</summary>
    public Task<IResult> StreamAsync(HttpContext context, DirectLineToken caller) => stream.RunAsync(context, caller);

    private static DirectLineToken ForShop(DirectLineStart start) =>
        new(DirectLineTokenKind.Conversation, DirectLineConversations.NewId(), start.CustomerId, start.TrustedOrigins ?? []);
}
