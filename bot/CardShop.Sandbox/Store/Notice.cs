namespace CardShop.Sandbox.Store;

/// <summary>A notice that the bot has asked the shop to give a customer who is not in the chat.</summary>
internal sealed class Notice
{
    public long Id { get; init; }

    /// <summary>The idempotency key; null where the bot gave none.</summary>
    public string? Key { get; init; }

    public required string CustomerId { get; init; }

    public required string CaseNumber { get; init; }

    public required string Text { get; init; }

    public required string Locale { get; init; }

    public required DateTimeOffset At { get; init; }
}
