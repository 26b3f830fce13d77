using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence.Page;

/// <summary>
/// The page behind a signed link, for channels that can't carry files. The link names one conversation, so that nothing else is needed to know who sends, and no
/// foreign page can send in somebody's name; it may be used again as long as it lives.
/// </summary>
internal sealed partial class UploadPage(
    EvidenceTickets tickets, EvidenceIntake intake, ITurnRunner turns, ITranscript transcript, PostThrottle throttle, IOptions<EvidenceOptions> options, ILogger<UploadPage> logger)
{
    /// <summary>Where its style sheet is.</summary>
    public const string StylePath = "/evidence/upload.css";

    private const string Locked =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Names the form, so that the same one sent again is recognised.</summary>
    private const string Once = "once";

    /// <summary>Shows the form.</summary>
    public async Task<IResult> ShowAsync(HttpContext context, string link)
    {
        var (ticket, refusal) = await AdmitAsync(context, link);
        return ticket is null ? refusal! : Form(context, ticket, StatusCodes.Status200OK, null, []);
    }

    /// <summary>Takes what was sent, and shows what became of it.</summary>
    public async Task<IResult> TakeAsync(HttpContext context, string link)
    {
        var (ticket, refusal) = await AdmitAsync(context, link);
        if (ticket is null)
        {
            return refusal!;
        }

        if (!throttle.TryTake(ticket.Subject))
        {
            return Form(context, ticket, StatusCodes.Status429TooManyRequests, "tooFast", []);
        }

        if (!FilesForm.TryReadBoundary(context.Request, out var boundary))
        {
            return Form(context, ticket, StatusCodes.Status400BadRequest, "nothing", []);
        }

        if (context.Request.ContentLength > options.Value.MaxRequestBytes)
        {
            return Form(context, ticket, StatusCodes.Status413PayloadTooLarge, "tooMuch", []);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = options.Value.MaxRequestBytes;
        }

        var batch = intake.Open(ticket.Subject, ticket.Purpose);
        var form = new FilesForm(batch) { Admits = fields => HasConsent(ticket, fields) };
        try
        {
            await form.ReadAsync(context.Request.Body, boundary, name => name == Once, context.RequestAborted);
            return !HasConsent(ticket, form.Fields)
                ? Form(context, ticket, StatusCodes.Status400BadRequest, "identity.missing", [])
                : batch.Files.Count == 0
                ? Form(context, ticket, StatusCodes.Status400BadRequest, "nothing", [])
                : await RunAsync(context, ticket, form, batch);
        }
        catch (BadHttpRequestException refused) when (refused.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Form(context, ticket, StatusCodes.Status413PayloadTooLarge, "tooMuch", []);
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException or IOException)
        {
            return Form(context, ticket, StatusCodes.Status400BadRequest, "cutOff", []);
        }
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            LogFailed(failure);
            return Form(context, ticket, StatusCodes.Status500InternalServerError, "fault", []);
        }
        finally
        {
            await batch.SettleAsync();
        }
    }

    /// <summary>Keeps the page to itself: nothing of it is cached, framed, indexed, or told to the next page.</summary>
    public static void Guard(HttpResponse response)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Locked;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
    }

    private async Task<(EvidenceTicket? Ticket, IResult? Refusal)> AdmitAsync(HttpContext context, string link)
    {
        Guard(context.Response);
        var ticket = tickets.ReadUpload(link);
        if (ticket is null || await transcript.FindAsync(ticket.Subject, context.RequestAborted) is null)
        {
            return (null, Refuse(context, ticket, StatusCodes.Status404NotFound, "unknownTitle", "unknown"));
        }

        return tickets.IsAlive(ticket) ? (ticket, null) : (null, Refuse(context, ticket, StatusCodes.Status410Gone, "expiredTitle", "expired"));
    }

    private async Task<IResult> RunAsync(HttpContext context, EvidenceTicket ticket, FilesForm form, EvidenceBatch batch)
    {
        var echo = new JsonObject
        {
            ["type"] = ActivityTypes.Message,
            ["text"] = "",
            ["from"] = new JsonObject { ["role"] = RoleTypes.User },
        };
        EvidenceEcho.Write(echo, batch.Files, ticket.Purpose is EvidencePurpose.Identity ? [] : form.Names);
        var said = new CustomerSaid("", Locale: ticket.Locale) { Files = batch.Files };
        await turns.RunAsync(new InboundTurn(ticket.Subject, InboundId(form), said, echo.ToJsonString(ActivitiesJson.Protocol)), CancellationToken.None);
        return Form(context, ticket, StatusCodes.Status200OK, null, [.. form.Names.Zip(batch.Files)]);
    }

    /// <summary>Without a consent of its own, no identity document is taken (rule E6).</summary>
    private static bool HasConsent(EvidenceTicket ticket, IReadOnlyDictionary<string, string> fields) =>
        ticket.Purpose is EvidencePurpose.Proof || fields.GetValueOrDefault(IdentityConsent.Field) == IdentityConsent.Given;

    private static string InboundId(FilesForm form) => form.Fields.TryGetValue(Once, out var once) && once.Length > 0
        ? $"u-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(once)))[..32]}"
        : $"u-{Guid.NewGuid():n}";

    private IResult Form(HttpContext context, EvidenceTicket ticket, int status, string? notice, IReadOnlyList<(string?, ArrivedFile)> results) =>
        Html(Written(View(context, ticket), ticket.Purpose, RandomNumberGenerator.GetHexString(32, lowercase: true), notice, results), status);

    private static string Written(UploadView view, EvidencePurpose purpose, string once, string? notice, IReadOnlyList<(string?, ArrivedFile)> results) =>
        purpose is EvidencePurpose.Identity ? view.Consent(once, notice, results) : view.Form(once, notice, results);

    private IResult Refuse(HttpContext context, EvidenceTicket? ticket, int status, string title, string text) => Html(View(context, ticket).Refusal(title, text), status);

    /// <summary>The conversation's language, unless the reader has asked for the other one; the browser's where the link tells nothing.</summary>
    private UploadView View(HttpContext context, EvidenceTicket? ticket)
    {
        var asked = context.Request.Query["lang"].ToString();
        var language = asked.Length > 0 ? asked : ticket?.Locale ?? context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1).FirstOrDefault()?.Value.ToString();
        var isChinese = !(language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) ?? false);
        return new UploadView(isChinese, options.Value.MaxFilesPerMessage, options.Value.MaxFileBytes);
    }

    private static IResult Html(string page, int status) => Results.Text(page, "text/html; charset=utf-8", statusCode: status);

    [LoggerMessage(Level = LogLevel.Error, Message = "Files from the upload page could not be handed in")]
    private partial void LogFailed(Exception failure);
}
