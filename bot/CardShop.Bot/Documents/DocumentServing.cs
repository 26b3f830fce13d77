using CardShop.Bot.Evidence.Page;
using CardShop.Dialogs.Replies;
using CardShop.Documents;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Documents;

/// <summary>Answers links to documents. They are written anew each time, from the record as it is now; nothing of them is kept.</summary>
internal sealed partial class DocumentServing(
    DocumentTickets tickets, CaseRecords records, CaseBundles bundles, TimeProvider time, IOptions<DocumentOptions> options, ILogger<DocumentServing> logger)
{
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Zip = "application/zip";

    /// <summary>Answers a request for documents.</summary>
    public async Task<IResult> ServeAsync(HttpContext context, string ticket)
    {
        UploadPage.Guard(context.Response);
        if (tickets.Read(ticket) is not { } allowed || await records.FindAsync(allowed.ConversationId, allowed.CaseNumber, context.RequestAborted) is not { } record)
        {
            return DocumentPage.Unknown(context);
        }

        if (!tickets.IsAlive(allowed))
        {
            return DocumentPage.Expired(context, record.Language);
        }

        // An order gets into a case only after its customer has signed in or given the proof that the shop asks for (DESIGN.md, decision 7).
        if (record.Case.Order is not { } order)
        {
            return DocumentPage.TooEarly(context, record.Language);
        }

        var papers = new PaperFacts(record, order);
        var application = papers.Application(time.GetUtcNow(), options.Value.ShopName);
        return allowed.Kind == CaseDocument.Application
            ? Results.Bytes(OrderModificationApplication.Write(application), Docx, $"{record.Case.Number}.docx")
            : Results.Stream(
                output => WriteAsync(context, bundles.Facts(allowed.ConversationId, record, papers, application), output), Zip, $"{record.Case.Number}.zip");
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
