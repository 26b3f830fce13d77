using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using System.Text.Json;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Replies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Documents;

/// <summary>What a link allows its bearer.</summary>
/// <param name="ConversationId">Whose case.</param>
/// <param name="CaseNumber">Which case: once the conversation has gone on to another one, the link is void.</param>
/// <param name="Kind">Which documents.</param>
/// <param name="Expires">Until when, by the wall clock, in Unix seconds.</param>
internal sealed record DocumentTicket(string ConversationId, string CaseNumber, CaseDocument Kind, long Expires);

/// <summary>Signs short-lived links to documents and reads them again. Their purpose is their own: a link to evidence opens no documents, and the other way round.</summary>
internal sealed partial class DocumentTickets(IDataProtectionProvider protection, WallClock clock, IOptions<DocumentOptions> options)
{
    private const int MaxLength = 2_000;

    private readonly IDataProtector _links = protection.CreateProtector("CardShop.Document.Link.v1");

    /// <summary>Signs a link.</summary>
    public string Write(string conversationId, string caseNumber, CaseDocument kind)
    {
        var ticket = new DocumentTicket(conversationId, caseNumber, kind, (clock.Now + options.Value.LinkLifetime).ToUnixTimeSeconds());
        return Base64Url.EncodeToString(_links.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, DocumentTicketJson.Default.DocumentTicket)));
    }

    /// <summary>Reads a link; null when it is not ours.</summary>
    public DocumentTicket? Read(string text)
    {
        try
        {
            return text.Length > MaxLength ? null : JsonSerializer.Deserialize(_links.Unprotect(Base64Url.DecodeFromChars(text)), DocumentTicketJson.Default.DocumentTicket);
        }
        catch (Exception altered) when (altered is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether it may still be used.</summary>
    public bool IsAlive(DocumentTicket ticket) => clock.Now.ToUnixTimeSeconds() < ticket.Expires;

    [JsonSerializable(typeof(DocumentTicket))]
    private sealed partial class DocumentTicketJson : JsonSerializerContext;
}
