using System.Text.Json;
using CardShop.ShopContract;

namespace CardShop.Bot.Shop.Events;

/// <summary>Reads what the shop tells as the contract has it, and says in one line what is wrong with anything else.</summary>
internal static class ShopEventReader
{
    private const int MaxWord = 200;
    private const int MaxReason = 2000;

    /// <summary>The event, or null and why not.</summary>
    public static ShopEvent? Read(ReadOnlySpan<byte> json, out string fault)
    {
        try
        {
            var told = JsonSerializer.Deserialize<ShopEvent>(json, StrictJson.Options);
            fault = told is null ? "The body must be a JSON object." : FaultOf(told) ?? "";
            return fault.Length == 0 ? told : null;
        }
        catch (JsonException broken)
        {
            // Not its message: that names our types.
            fault = broken.Path is { Length: > 1 } path ? $"The event is not as agreed at {path}." : "The event is not JSON as agreed, or a required field is missing.";
            return null;
        }
    }

    /// <summary>Blank reasons are none.</summary>
    public static string? ReasonOf(ShopEvent told) => string.IsNullOrWhiteSpace(told.Reason) ? null : told.Reason.Trim();

    private static string? FaultOf(ShopEvent told) => told switch
    {
        { Id: var id } when !IsWord(id) => $"id is a text of 1 to {MaxWord} characters.",
        { Reason.Length: > MaxReason } => $"reason has up to {MaxReason} characters.",
        { Type: ShopEventType.OrderChanged } when !IsWord(told.OrderNo) => "order_changed needs orderNo.",
        { Type: ShopEventType.RecipientAnswered } when !IsWord(told.OrderNo) || told.Answer is null => "recipient_answered needs orderNo and answer.",
        { Type: ShopEventType.ReviewDecided } when !IsWord(told.CaseNumber) || told.Decision is null => "review_decided needs caseNumber and decision.",
        _ => null,
    };

    private static bool IsWord(string? word) => word is { Length: >= 1 and <= MaxWord } && !word.Any(char.IsControl);
}
