using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Bot.Hosting;
using CardShop.Dialogs.Evidence;
using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Evidence.Serving;

/// <summary>What an address allows its bearer.</summary>
/// <param name="Subject">Of what: a piece's id, or a conversation.</param>
/// <param name="Locale">In which language, for pages; null for files.</param>
/// <param name="Expires">Until when, by the wall clock, in Unix seconds.</param>
/// <param name="Purpose">Which files a page takes.</param>
/// <param name="Uncovers">Whether an identity document is shown as it is, and not only its blurred preview (rule E6).</param>
internal sealed record EvidenceTicket(string Subject, string? Locale, long Expires, EvidencePurpose Purpose = EvidencePurpose.Proof, bool Uncovers = false)
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

    /// <summary>How long an identity document can be looked at for one reason.</summary>
    private static readonly TimeSpan UncoveredLifetime = TimeSpan.FromMinutes(2);

    private const int MaxLength = 2_000;

    private readonly IDataProtector _files = protection.CreateProtector("CardShop.Evidence.File.v1");
    private readonly IDataProtector _links = protection.CreateProtector("CardShop.Evidence.Link.v1");

    /// <summary>For looking at one piece; of an identity document, at its blurred preview only.</summary>
    public string ForFile(string id) => Write(_files, new EvidenceTicket(id, null, Expiry(FileLifetime)));

    /// <summary>For looking at one piece as it is, whatever it shows: for a person who has given a reason, which is on record (rule E6).</summary>
    public string ForUncovering(string id) => Write(_files, new EvidenceTicket(id, null, Expiry(UncoveredLifetime), Uncovers: true));

    /// <summary>For sending files to one conversation.</summary>
    public string ForUpload(string conversationId, string? locale, TimeSpan lifetime) => Write(_links, new EvidenceTicket(conversationId, locale, Expiry(lifetime)));

    /// <summary>For handing an identity document in to one conversation, on the consent page.</summary>
    public string ForIdentity(string conversationId, string? locale, TimeSpan lifetime) =>
        Write(_links, new EvidenceTicket(conversationId, locale, Expiry(lifetime), EvidencePurpose.Identity));

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
