using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CardShop.Activities;
using CardShop.Activities.Connector;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.Messages;

/// <summary>Where an activity belongs: its conversation in the house, its name there, and the way back.</summary>
/// <param name="Opening">The conversation. The sender's id proves nothing, so that it is always a guest's.</param>
/// <param name="InboundId">By which the activity's second delivery is recognised.</param>
internal sealed partial record ConnectorAddress(ConversationOpening Opening, string InboundId)
{
    private const int MaxConversationId = 200;
    private const int MaxActivityId = 400;
    private const string NoChannel = "unnamed";

    /// <summary>Begins the names of activities that came without one.</summary>
    private const string UnnamedPrefix = "unnamed:";

    /// <summary>Whether a name in the house is the channel's own, so that the channel knows it.</summary>
    public static bool IsChannelsOwn(string inboundId) => !inboundId.StartsWith(UnnamedPrefix, StringComparison.Ordinal);

    /// <summary>The conversation in the house that an activity names; null when it names none.</summary>
    public static string? ConversationOf(Activity activity) =>
        IsUsable(activity.Conversation?.Id, MaxConversationId) && (activity.Id is not { } id || IsUsable(id, MaxActivityId)) && IsChannel(activity.ChannelId)
            ? $"{ChannelOf(activity)}:{activity.Conversation!.Id}"
            : null;

    /// <summary>Finds out where an activity belongs.</summary>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out ConnectorAddress? address, [NotNullWhen(false)] out ChannelProblem? problem)
    {
        address = null;
        if (!IsUsable(activity.Conversation?.Id, MaxConversationId) || (activity.Id is { } id && !IsUsable(id, MaxActivityId)) || !IsChannel(activity.ChannelId))
        {
            problem = ChannelProblem.NoAddress;
            return false;
        }

        if (!TryReadWayBack(activity, out var serviceUrl, out problem))
        {
            return false;
        }

        var channel = ChannelOf(activity);
        var reference = JsonSerializer.Serialize(ReferenceOf(activity, serviceUrl), ActivitiesJson.Protocol);
        address = new ConnectorAddress(new ConversationOpening($"{channel}:{activity.Conversation!.Id}", channel, CustomerId: null, reference), InboundIdOf(activity));
        return true;
    }

    /// <summary>
    /// Answers need a place to go to, unless the response takes them. With <c>expectReplies</c>, an address that can't be used is left out: later words then wait
    /// for the next response.
    /// </summary>
    private static bool TryReadWayBack(Activity activity, out Uri? serviceUrl, [NotNullWhen(false)] out ChannelProblem? problem)
    {
        problem = !ServiceUrl.TryRead(activity.ServiceUrl, out serviceUrl) ? ChannelProblem.NoServiceUrl
            : !AnonymousAccess.MayWriteTo(serviceUrl) ? ChannelProblem.ForeignServiceUrl
            : null;
        if (problem is not null && activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            (serviceUrl, problem) = (null, null);
        }

        return problem is null;
    }

    private static ConversationReference ReferenceOf(Activity activity, Uri? serviceUrl) => new()
    {
        User = activity.From,
        Bot = activity.Recipient,
        Conversation = activity.Conversation,
        ChannelId = activity.ChannelId,
        Locale = activity.Locale,
        ServiceUrl = serviceUrl?.AbsoluteUri,
    };

    /// <summary>The web channel of the house carries signed-in customers: nobody gets into its conversations by using its name.</summary>
    private static string ChannelOf(Activity activity) => activity.ChannelId switch
    {
        null => NoChannel,
        DirectLineConversations.Channel => $"{DirectLineConversations.Channel}-connector",
        var channel => channel,
    };

    /// <summary>
    /// An activity without an id is named after its time and content, so that its second delivery is recognised. One without a time either is taken as new: a
    /// customer may well say the same thing twice.
    /// </summary>
    private static string InboundIdOf(Activity activity)
    {
        if (activity.Id is { } id)
        {
            return id;
        }

        var isTimed = activity.Timestamp is not null || activity.LocalTimestamp is not null;
        return UnnamedPrefix + (isTimed
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(activity, ActivitiesJson.Protocol))))
            : Guid.NewGuid().ToString("n"));
    }

    /// <summary>Ids become parts of addresses and keys; one of nothing but dots would walk up the path.</summary>
    private static bool IsUsable([NotNullWhen(true)] string? id, int maxLength) => id is { Length: > 0 } && id.Length <= maxLength && id.Trim('.', ' ').Length > 0;

    private static bool IsChannel(string? channelId) => channelId is null || ChannelName().IsMatch(channelId);

    [GeneratedRegex(@"^[A-Za-z0-9._-]{1,20}\z")]
    private static partial Regex ChannelName();
}
