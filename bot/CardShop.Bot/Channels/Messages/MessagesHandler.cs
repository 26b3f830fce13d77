using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Channels.Messages;

/// <summary>Takes in what connector channels post.</summary>
internal sealed class MessagesHandler(AnonymousAccess access, ITurnRunner turns, ITranscript transcript, AttachedFiles attached, ExpectRepliesResponse expectReplies, IOutsideDesk desk)
{
    /// <summary>Names the greeting, once for each conversation.</summary>
    private const string Greeting = "#joined";

    /// <summary>Answers one request.</summary>
    public async Task<IResult> HandleAsync(HttpContext context)
    {
        if (!access.Allows(context))
        {
            return ChannelProblem.NotAnonymous;
        }

        var (request, problem) = await ActivityRequest.ReadAsync(context.Request);
        return request is null ? problem! : request.Activity.Type switch
        {
            ActivityTypes.Message => await TakeAsync(request, context),
            ActivityTypes.ConversationUpdate when CustomerJoins(request.Activity) => await TakeAsync(request, context),
            ActivityTypes.Event when request.Activity.Name == HandoffEvents.Status => await TakeHandoffAsync(request.Activity),
            ActivityTypes.Invoke => ChannelProblem.UnknownInvoke,
            _ => Taken(request.Activity),
        };
    }

    private async Task<IResult> TakeAsync(ActivityRequest request, HttpContext context)
    {
        if (!ConnectorAddress.TryRead(request.Activity, out var address, out var problem))
        {
            return problem;
        }

        if (request.Activity.Type != ActivityTypes.Message)
        {
            return await RunAsync(request, address, context);
        }

        var channel = ConnectorActivity.ReadReference(address.Opening.Reference)?.ServiceUrl is { } serviceUrl ? new Uri(serviceUrl) : null;
        var batch = await attached.TakeAsync(address.Opening.ConversationId, request.Json, channel, context.RequestAborted);
        try
        {
            return await RunAsync(request with { Files = batch?.Files ?? [] }, address, context);
        }
        finally
        {
            await (batch?.SettleAsync() ?? Task.CompletedTask);
        }
    }

    /// <summary>How another desk does with a case. The customer themselves can't say it.</summary>
    private async Task<IResult> TakeHandoffAsync(Activity status)
    {
        if (HandoffEvents.StateOf(status) is not { } state)
        {
            return ChannelProblem.UnknownStatus;
        }

        if (ConnectorAddress.ConversationOf(status) is not { } conversationId || await transcript.FindAsync(conversationId, CancellationToken.None) is not { } conversation)
        {
            return ChannelProblem.NoConversation;
        }

        if (status.From is { Role: RoleTypes.User } || (status.From?.Id is { } sender && sender == ConnectorActivity.ReadReference(conversation)?.User?.Id))
        {
            return ChannelProblem.NotTheDesk;
        }

        return await desk.TakeAsync(new HandoffNews(conversationId, status.Id ?? Guid.NewGuid().ToString("n"), state, status.From?.Name)) switch
        {
            HandoffTaken.Done => Taken(status),
            HandoffTaken.Late => ChannelProblem.LateStatus,
            _ => ChannelProblem.NoConversation,
        };
    }

    private async Task<IResult> RunAsync(ActivityRequest request, ConnectorAddress address, HttpContext context)
    {
        var isMessage = request.Activity.Type == ActivityTypes.Message;
        var isCarried = request.Activity.DeliveryMode == DeliveryModes.ExpectReplies;
        var inbound = isMessage
            ? new InboundTurn(
                address.Opening.ConversationId,
                address.InboundId,
                CustomerWords.Read(request.Activity, request.Files),
                request.Json.ToJsonString(ActivitiesJson.Protocol))
            : new InboundTurn(address.Opening.ConversationId, Greeting, new CustomerJoined(request.Activity.Locale), Echo: null);
        inbound = inbound with { Opening = address.Opening, IsCarried = isCarried };
        if (isCarried)
        {
            return Replies(await expectReplies.RunAsync(inbound, context));
        }

        // A turn outlives the request that brought it.
        await turns.RunAsync(inbound, CancellationToken.None);
        return Taken(request.Activity);
    }

    /// <summary>The bot itself is the recipient; its own arrival is nothing to greet.</summary>
    private static bool CustomerJoins(Activity update) => update.MembersAdded?.Any(member => member.Id != update.Recipient?.Id) ?? false;

    private static IResult Taken(Activity activity) => activity.DeliveryMode == DeliveryModes.ExpectReplies ? Replies([]) : Results.Ok();

    private static IResult Replies(IReadOnlyList<Activity> activities) => Results.Json(new ExpectedReplies(activities), ActivitiesJson.Protocol);
}
