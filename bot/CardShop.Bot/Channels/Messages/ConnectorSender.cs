using CardShop.Activities;
using CardShop.Activities.Connector;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Evidence.Page;
using CardShop.Bot.Hosting;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.Messages;

/// <summary>Posts the bot's words to the connector that a conversation came from.</summary>
internal sealed class ConnectorSender(IConnectorClient connector, OpenResponses responses, UploadInvitations invitations, SignedAttachments attachments, PublicAddress address) : IChannelSender
{
    /// <inheritdoc />
    public bool Serves(ConversationInfo conversation) => ConnectorActivity.ReadReference(conversation)?.ServiceUrl is not null;

    /// <inheritdoc />
    public async Task SendAsync(ConversationInfo conversation, TranscriptEntry entry, CancellationToken cancellationToken)
    {
        if (await responses.HasCarriedAsync(entry, cancellationToken))
        {
            return;
        }

        var (reference, serviceUrl) = WayBack(conversation);
        try
        {
            await address.ReadyAsync(cancellationToken);
            var activity = invitations.Add(attachments.Add(ConnectorActivity.Of(entry, reference), entry), entry);
            await connector.PostAsync(serviceUrl, activity, cancellationToken);
        }
        catch (ConnectorException refused) when (refused.IsFinal)
        {
            throw new ChannelRefusedException(refused.Message);
        }

        responses.Carry(entry);
    }

    /// <inheritdoc />
    public async Task SignTypingAsync(ConversationInfo conversation, CancellationToken cancellationToken)
    {
        if (!responses.IsOpen(conversation.ConversationId))
        {
            var (reference, serviceUrl) = WayBack(conversation);
            await connector.PostAsync(serviceUrl, ConnectorActivity.Typing(reference), cancellationToken);
        }
    }

    /// <inheritdoc />
    public bool TakesHandoffs(ConversationInfo conversation) => ConnectorActivity.ReadReference(conversation) is not null;

    /// <inheritdoc />
    public async Task HandOffAsync(ConversationInfo conversation, HandoffOffer offer, CancellationToken cancellationToken)
    {
        var (reference, serviceUrl) = WayBack(conversation);
        try
        {
            await connector.PostAsync(serviceUrl, HandoffEvents.Of(offer, reference), cancellationToken);
        }
        catch (ConnectorException refused) when (refused.IsFinal)
        {
            throw new ChannelRefusedException(refused.Message);
        }
    }

    /// <summary>The address was looked at when it came in; it is looked at again, since what may be written to can have changed since.</summary>
    private static (ConversationReference Reference, Uri ServiceUrl) WayBack(ConversationInfo conversation) =>
        ConnectorActivity.ReadReference(conversation) is { } reference
        && ServiceUrl.TryRead(reference.ServiceUrl, out var serviceUrl)
        && AnonymousAccess.MayWriteTo(serviceUrl)
            ? (reference, serviceUrl)
            : throw new ChannelRefusedException("The conversation's service URL may not be written to.");
}
