using CardShop.Bot.Evidence.Page;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence.Serving;

/// <summary>Links to the pages on which customers hand files in.</summary>
internal sealed class EvidenceLinks(EvidenceTickets tickets, PublicAddress address, IOptions<EvidenceOptions> options)
{
    /// <summary>A link to the consent page is good for this long at most: an identity document is not sent at leisure, and a fresh link is one tap away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>To the page that takes proof of the order and of the mistake (rules E1, E2).</summary>
    public Uri ForProof(string conversationId, string locale) => Of(tickets.ForUpload(conversationId, locale, options.Value.LinkLifetime));

    /// <summary>To the consent page that takes an identity document (rule E6).</summary>
    public Uri ForIdentity(string conversationId, string locale) =>
        Of(tickets.ForIdentity(conversationId, locale, options.Value.LinkLifetime < Longest ? options.Value.LinkLifetime : Longest));

    private Uri Of(string ticket) => address.Of($"{UploadInvitations.Root}/{ticket}");
}
