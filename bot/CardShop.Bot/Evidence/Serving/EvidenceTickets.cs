using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Bot.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Evidence.Serving;

/// <summary>What an address allows its bearer.</summary>
/// <param name="Subject">Of what: a piece's id, or a conversation.</param>
/// <param name="Locale">In which language, for pages; null for files.</param>
/// <param name="Expires">Until when, by the wall clock, in Unix seconds.</param>
internal sealed record EvidenceTicket(string Subject, string? Locale, long Expires)
{
    /// <summary>The language that a page is shown in unless its reader asks for the other.</summary>
    [JsonIgnore]
    public bool IsChinese => Locale is null || !Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Signs short-lived addresses and reads them again. Whoever has the address may use it, so that it names one thing only and dies soon.</summary>
internal sealed partial class EvidenceTickets(IDataProtectionProvider protection, WallClock clock)
{
    /// <summary>How long a picture in a transcript can be loaded; a transcript that is read again signs anew.</summary>
    public static readonly TimeSpan FileLifetime = TimeSpan.FromMinutes(30);

    private const int MaxLength = 2_000;

    private readonly IDataProtector _files = protection.CreateProtector("CardShop.Evidence.File.v1");
    private readonly IDataProtector _links = protection.CreateProtector("CardShop.Evidence.Link.v1");

    /// <summary>For looking at one piece.</summary>
    public string ForFile(string id) => Write(_files, new EvidenceTicket(id, null, Expiry(FileLifetime)));

    /// <summary>For sending files to one conversation.</summary>
    public string ForUpload(string conversationId, string? locale, TimeSpan lifetime) => Write(_links, new EvidenceTicket(conversationId, locale, Expiry(lifetime)));

    /// <summary>Reads a file's ticket; null when it is not ours or has died.</summary>
    public EvidenceTicket? ReadFile(string text) => Read(_files, text) is { } ticket && IsAlive(ticket) ? ticket : null;

    /// <summary>Reads an upload link's ticket; null when it is not ours.</summary>
    public EvidenceTicket? ReadUpload(string text) => Read(_links, text);

    /// <summary>Whether it may still be used.</summary>
    public bool IsAlive(EvidenceTicket ticket) => clock.Now.ToUnixTimeSeconds() < ticket.Expires;

    private static string Write(IDataProtector protector, EvidenceTicket ticket) =>
        Base64Url.EncodeToString(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, TicketJson.Default.EvidenceTicket)));

    private static EvidenceTicket? Read(IDataProtector protector, string text)
    {
        try
        {
            return text.Length > MaxLength ? null : JsonSerializer.Deserialize(protector.Unprotect(Base64Url.DecodeFromChars(text)), TicketJson.Default.EvidenceTicket);
        }
        catch (Exception altered) when (altered is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }

    private long Expiry(TimeSpan lifetime) => (clock.Now + lifetime).ToUnixTimeSeconds();

    [JsonSerializable(typeof(EvidenceTicket))]
    private sealed partial class TicketJson : JsonSerializerContext;
}
