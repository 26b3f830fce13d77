using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Replies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Documents;

/// <summary>What a link allows.</summary>
/// <param name="Id">Names the link, so that a browser can take it for its own; each link that is signed is another one.</param>
/// <param name="ConversationId">Whose case.</param>
/// <param name="CaseNumber">Which case: once the conversation has gone on to another one, the link is void.</param>
/// <param name="Kind">Which documents.</param>
/// <param name="Expires">Until when, by the wall clock, in Unix seconds.</param>
internal sealed record DocumentTicket(string Id, string ConversationId, string CaseNumber, CaseDocument Kind, long Expires);

/// <summary>Signs short-lived links to documents and reads them again. Their purpose is their own: a link to evidence opens no documents, and the other way round.</summary>
internal sealed partial class DocumentTickets(IDataProtectionProvider protection, WallClock clock, IOptions<DocumentOptions> options)
{
    private const int MaxLength = 2_000;

    private readonly IDataProtector _customers = protection.CreateProtector("CardShop.Document.Link.v2");
    private readonly IDataProtector _desks = protection.CreateProtector("CardShop.Document.Desk.v1");

    /// <summary>Signs a link for the customer.</summary>
    public string Write(string conversationId, string caseNumber, CaseDocument kind) => Write(_customers, conversationId, caseNumber, kind);

    /// <summary>Signs a link for somebody at the desk; it opens nothing outside.</summary>
    public string WriteForDesk(string conversationId, string caseNumber, CaseDocument kind) => Write(_desks, conversationId, caseNumber, kind);

    /// <summary>Reads a customer's link; null when it is not ours.</summary>
    public DocumentTicket? Read(string text) => Read(_customers, text);

    /// <summary>Reads a link of the desk; null when it is not ours.</summary>
    public DocumentTicket? ReadForDesk(string text) => Read(_desks, text);

    /// <summary>Whether it may still be used.</summary>
    public bool IsAlive(DocumentTicket ticket) => clock.Now.ToUnixTimeSeconds() < ticket.Expires;

    private string Write(IDataProtector protector, string conversationId, string caseNumber, CaseDocument kind)
    {
        var ticket = new DocumentTicket($"{Guid.NewGuid():n}", conversationId, caseNumber, kind, (clock.Now + options.Value.LinkLifetime).ToUnixTimeSeconds());
        return Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, DocumentTicketJson.Default.DocumentTicket)));
    }

    private static DocumentTicket? Read(IDataProtector protector, string text)
    {
        try
        {
            return text.Length > MaxLength ? null : JsonSerializer.Deserialize(protector.Unprotect(Base64Url.DecodeFromChars(text)), DocumentTicketJson.Default.DocumentTicket);
        }
        catch (Exception altered) when (altered is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    [JsonSerializable(typeof(DocumentTicket))]
    private sealed partial class DocumentTicketJson : JsonSerializerContext;
}
