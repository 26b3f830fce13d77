using CardShop.Bot.Evidence.Page;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Documents;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Documents;

/// <summary>A link that stands for documents which are there.</summary>
/// <param name="Ticket">What it allows.</param>
/// <param name="Record">The case.</param>
/// <param name="Order">Its order.</param>
internal sealed record AdmittedLink(DocumentTicket Ticket, CaseRecord Record, Order Order);

/// <summary>Writes documents into answers. They are written anew each time, from the record as it is now; nothing of them is kept.</summary>
internal sealed partial class DocumentServing(
    DocumentTickets tickets, CaseRecords records, CaseBundles bundles, TimeProvider time, IOptions<DocumentOptions> options, ILogger<DocumentServing> logger)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Zip = "application/zip";

    /// <summary>What a link stands for, or the page that says why there is nothing behind it.</summary>
    public async Task<(AdmittedLink? Link, IResult? Refusal)> AdmitAsync(HttpContext context, DocumentTicket? ticket)
    {
        if (ticket is null || await records.FindAsync(ticket.ConversationId, ticket.CaseNumber, context.RequestAborted) is not { } record)
        {
            return (null, DocumentPage.Unknown(context));
        }

        if (!tickets.IsAlive(ticket))
        {
            return (null, DocumentPage.Expired(context, record.Language));
        }

        // An order gets into a case only after its customer has signed in or given the proof that the shop asks for (DESIGN.md, decision 7).
        return record.Case.Order is { } order ? (new AdmittedLink(ticket, record, order), null) : (null, DocumentPage.TooEarly(context, record.Language));
    }

    /// <summary>Answers somebody at the desk, who has signed in there and is on record for it.</summary>
    public async Task<IResult> ServeToDeskAsync(HttpContext context, string link)
    {
        var (admitted, refusal) = await AdmitAsync(context, tickets.ReadForDesk(link));
        return admitted is null ? refusal! : Serve(context, admitted);
    }

    /// <summary>The documents.</summary>
    public IResult Serve(HttpContext context, AdmittedLink link)
    {
        UploadPage.Guard(context.Response);
        var (ticket, record) = (link.Ticket, link.Record);
        var papers = new PaperFacts(record, link.Order);
        var application = papers.Application(time.GetUtcNow(), options.Value.ShopName);
        return ticket.Kind == CaseDocument.Application
            ? Results.Bytes(OrderModificationApplication.Write(application), Docx, $"{record.Case.Number}.docx")
            : Results.Stream(
                output => WriteAsync(context, bundles.Facts(ticket.ConversationId, record, papers, application), output), Zip, $"{record.Case.Number}.zip");
    }

    private async Task WriteAsync(HttpContext context, BundleFacts facts, Stream output)
    {
        try
        {
            await CaseBundle.WriteAsync(facts, output, context.RequestAborted);
        }
        catch (CaseErasedException)
        {
            LogErased();
            context.Abort();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A case was erased while its bundle was being written; the answer was broken off")]
    private partial void LogErased();
}
