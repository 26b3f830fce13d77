using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Replies;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Documents;

/// <summary>Links to a case's documents, for whoever has shown to be the customer: a channel may show them as buttons. Short-lived; a fresh one costs nothing.</summary>
internal interface IDocumentLinks
{
    /// <summary>A link, full and signed.</summary>
    Uri For(string conversationId, string caseNumber, CaseDocument kind);
}

/// <inheritdoc cref="IDocumentLinks" />
internal sealed class DocumentLinks(DocumentTickets tickets, IOptions<EvidenceOptions> options, IServiceProvider services) : IDocumentLinks
{
    /// <summary>Where documents are.</summary>
    public const string Root = "/documents";

    public Uri For(string conversationId, string caseNumber, CaseDocument kind) =>
        new($"{Base()}{Root}/{tickets.Write(conversationId, caseNumber, kind)}");

    /// <summary>Without a configured address, the host is reached where it listens: true for a demo on one machine.</summary>
    private string Base() => options.Value.PublicUrl is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } bound
            ? OwnAddress.ToReachable(bound).GetLeftPart(UriPartial.Authority)
            : throw new InvalidOperationException("The server does not listen yet, and Evidence:PublicUrl is not set: there is no address to link to.");
}
