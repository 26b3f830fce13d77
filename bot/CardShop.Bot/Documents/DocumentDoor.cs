using CardShop.Bot.Evidence.Page;

namespace CardShop.Bot.Documents;

/// <summary>
/// What is behind a customer's link: a page with one button. Looking uses nothing up, because messengers look at links to show previews; the first press makes the link
/// that browser's own, so that a link which was passed on, or read by somebody else, opens nothing any more.
/// </summary>
internal sealed class DocumentDoor(DocumentTickets tickets, DocumentLinkBook book, BrowserMark browsers, DocumentServing documents)
{
    /// <summary>Shows the page with the button.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string link)
    {
        var (admitted, refusal) = await AdmitAsync(context, link);
        if (admitted is null)
        {
            return refusal!;
        }

        if (!await book.IsOpenToAsync(admitted.Ticket, BrowserMark.HashOf(context.Request), context.RequestAborted))
        {
            return DocumentPage.Taken(context, admitted.Record.Language);
        }

        browsers.Give(context, admitted.Ticket);
        return DocumentPage.Ready(context, admitted.Record.Language, admitted.Ticket.Kind);
    }

    /// <summary>The button was pressed: hands the documents out.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, string link)
    {
        var (admitted, refusal) = await AdmitAsync(context, link);
        if (admitted is null)
        {
            return refusal!;
        }

        if (BrowserMark.HashOf(context.Request) is not { } browser || !browsers.IsOwnPage(context.Request))
        {
            return DocumentPage.PressAgain(context, admitted.Record.Language);
        }

        return await book.TakeAsync(admitted.Ticket, browser, context.RequestAborted)
            ? documents.Serve(context, admitted)
            : DocumentPage.Taken(context, admitted.Record.Language);
    }

    private Task<(AdmittedLink? Link, IResult? Refusal)> AdmitAsync(HttpContext context, string link)
    {
        UploadPage.Guard(context.Response);

        // The browser names the page that a form was sent from only to pages that may be told where it comes from; the address goes to this house alone.
        context.Response.Headers["Referrer-Policy"] = "same-origin";
        return documents.AdmitAsync(context, tickets.Read(link));
    }
}
