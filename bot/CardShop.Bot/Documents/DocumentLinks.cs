using CardShop.Bot.Hosting;
using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Documents;

/// <summary>Links to a case's documents, for whoever has shown to be the customer: a channel may show them as buttons. Short-lived, and good for one browser; a fresh one costs nothing.</summary>
internal interface IDocumentLinks
{
    /// <summary>A link, full and signed.</summary>
    Uri For(string conversationId, string caseNumber, CaseDocument kind);
}

/// <inheritdoc cref="IDocumentLinks" />
internal sealed class DocumentLinks(DocumentTickets tickets, PublicAddress address) : IDocumentLinks
{
    /// <summary>Where documents are.</summary>
    public const string Root = "/documents";

    /// <summary>Where the desk's are, which nobody reaches without having signed in there.</summary>
    public const string DeskRoot = "/desk/documents";

    public Uri For(string conversationId, string caseNumber, CaseDocument kind) => address.Of($"{Root}/{tickets.Write(conversationId, caseNumber, kind)}");
}
