using System.Text.Json;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;

namespace CardShop.ShopContract;

/// <summary>What a shop tells of (<see cref="ShopEvent"/>).</summary>
public enum ShopEventType
{
    /// <summary>An order is no longer as it was, by something else than the bot's own command: booked, shipped, delivered, a refund arrived. It is to be read again.</summary>
    OrderChanged,

    /// <summary>The holder of the account that the goods went to has answered (rule L1).</summary>
    RecipientAnswered,

    /// <summary>A reviewer has decided (rule R5).</summary>
    ReviewDecided,
}

/// <summary>One thing that has happened at the shop. The shop pushes it to the bot, and keeps it for whoever asks for <see cref="ShopRoutes.Events"/>: both bring the same.</summary>
public sealed record ShopEvent
{
    /// <summary>Its id, of 1 to 200 characters: the same id always means the same event, and counts once.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required ShopEventType Type { get; init; }

    /// <summary>When it happened, by the shop's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The order; needed by <see cref="ShopEventType.OrderChanged"/> and <see cref="ShopEventType.RecipientAnswered"/>.</summary>
    public string? OrderNo { get; init; }

    /// <summary>What the recipient answers.</summary>
    public RecipientAnswer? Answer { get; init; }

    /// <summary>The case; needed by <see cref="ShopEventType.ReviewDecided"/>.</summary>
    public string? CaseNumber { get; init; }

    /// <summary>What the reviewer has decided.</summary>
    public ReviewVerdict? Decision { get; init; }

    /// <summary>Why, in the reviewer's own words of up to 2,000 characters, which the customer reads. Plain text, whatever is in it.</summary>
    public string? Reason { get; init; }

    /// <summary>The link of the evidence chain that is missing, where one is.</summary>
    public EvidenceLink? Link { get; init; }
}

/// <summary>Events in the order in which they happened.</summary>
/// <param name="Events">Each as it is pushed (<see cref="ShopEvent"/>), read one by one, so that one that the reader doesn't know keeps no other back.</param>
/// <param name="Cursor">Asks for what comes after these; unchanged when there are none.</param>
public sealed record ShopEventList(IReadOnlyList<JsonElement> Events, string Cursor);
