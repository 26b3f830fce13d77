using System.Text;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Evidence;
using CardShop.Bot.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>A page sends files: a form with the activity first, and then each file (PROTOCOL.md).</summary>
internal sealed class DirectLineUploads(DirectLineConversations conversations, EvidenceIntake intake, PostThrottle throttle, IOptions<EvidenceOptions> options)
{
    private const string ActivityPart = "activity";

    /// <summary>Takes files in, and what was said with them.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, DirectLineToken caller)
    {
        if (!throttle.TryTake(caller.ConversationId))
        {
            context.Response.Headers.RetryAfter = "5";
            return ChannelProblem.TooManyMessages;
        }

        if (!FilesForm.TryReadBoundary(context.Request, out var boundary))
        {
            return ChannelProblem.NotAForm;
        }

        if (context.Request.ContentLength > options.Value.MaxRequestBytes)
        {
            return ChannelProblem.FilesTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxRequestBytes;
        }

        var batch = intake.Open(DirectLineConversations.Key(caller.ConversationId));
        try
        {
            var form = new FilesForm(batch);
            await form.ReadAsync(context.Request.Body, boundary, name => name == ActivityPart, context.RequestAborted);
            return await PostAsync(caller, form, batch);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ChannelProblem.FilesTooLarge;
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return ChannelProblem.UploadCutOff;
        }
        finally
        {
            await batch.SettleAsync();
        }
    }

    private async Task<IResult> PostAsync(DirectLineToken caller, FilesForm form, EvidenceBatch batch)
    {
        // The protocol's own clients always send the activity; a plain form of files is a message as well.
        var body = form.Fields.GetValueOrDefault(ActivityPart) ?? $$"""{"type":"{{ActivityTypes.Message}}"}""";
        if (!ActivityReader.TryRead(Encoding.UTF8.GetBytes(body), out var activity, out var json, out _) || activity.Type != ActivityTypes.Message)
        {
            return ChannelProblem.NotAnActivity;
        }

        EvidenceEcho.Write(json, batch.Files, form.Names);
        var posted = new ActivityRequest(activity, json) { Files = batch.Files };
        try
        {
            return DirectLineAnswers.Id(await conversations.PostAsync(caller, posted));
        }
        catch (ConversationNotFoundException) when (caller.Kind is DirectLineTokenKind.Conversation)
        {
            await conversations.StartAsync(caller, activity.Locale);
            return DirectLineAnswers.Id(await conversations.PostAsync(caller, posted));
        }
        catch (ConversationNotFoundException)
        {
            return ChannelProblem.NoConversation;
        }
    }
}
