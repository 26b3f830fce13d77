using CardShop.Dialogs.Shop;

namespace CardShop.Sandbox.Store;

/// <summary>A command that reached the shop, whatever became of it. Only ever added to: a double cancel or refund would show here.</summary>
internal sealed class LedgerEntry
{
    public long Id { get; init; }

    public required string OrderNo { get; init; }

    public required ShopAction Action { get; init; }

    public required string IdempotencyKey { get; init; }

    public long? ExpectedVersion { get; init; }

    /// <summary>Whether this very call changed the order: false for a repeat and for a refusal.</summary>
    public required bool Done { get; init; }

    /// <summary><c>done</c>, <c>repeated</c>, or the code of the refusal.</summary>
    public required string Result { get; init; }

    public required DateTimeOffset At { get; init; }
}
