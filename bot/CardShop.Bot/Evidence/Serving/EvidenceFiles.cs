using CardShop.Bot.Evidence.Storage;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Evidence.Serving;

/// <summary>Hands out pieces by signed address: pictures to look at, PDFs to keep, neither ever as something that runs.</summary>
internal sealed class EvidenceFiles(EvidenceTickets tickets, IEvidenceBook book, EvidenceVault vault)
{
    /// <summary>Where they are.</summary>
    public const string Root = "/evidence/files";

    private const string Locked = "default-src 'none'; sandbox; frame-ancestors 'none'";

    /// <summary>Signs addresses for whoever has sent a request, who has been admitted.</summary>
    public Func<string, string> AddressFor(HttpRequest request)
    {
        var host = $"{request.Scheme}://{request.Host}{request.PathBase}{Root}/";
        return id => host + tickets.ForFile(id);
    }

    /// <summary>Answers a request for a piece.</summary>
    public async Task<IResult> ServeAsync(HttpContext context, string ticket)
    {
        var aborted = context.RequestAborted;
        if (tickets.ReadFile(ticket) is not { } allowed || await book.FindKeptAsync(allowed.Subject, aborted) is not { } row)
        {
            return Results.NotFound();
        }

        var isCovered = row.Purpose is EvidencePurpose.Identity && !allowed.Uncovers;
        var isSmall = isCovered || (row.HasThumbnail && context.Request.Query.ContainsKey("small"));
        if (await vault.GetAsync(isSmall ? EvidenceNames.OfThumbnail(row.Id) : EvidenceNames.Of(row.Id), aborted) is not { } content)
        {
            return Results.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Locked;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = row.Purpose is EvidencePurpose.Identity ? "no-store" : "private, max-age=1800";
        headers["Referrer-Policy"] = "no-referrer";

        // The shop's page may show the picture beside the chat: the address itself is what allows it.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return row.Media is EvidenceMedia.Pdf
            ? Results.Bytes(content, row.ContentType, $"evidence-{row.Id[..6]}.pdf")
            : Results.Bytes(content, isSmall ? "image/jpeg" : row.ContentType);
    }
}
