using CardShop.Persistence.Outbox;

namespace CardShop.Bot.Outbox;

/// <summary>Sends the rows of one kind.</summary>
internal interface IOutboxSender
{
    /// <summary>Which rows.</summary>
    OutboxKind Kind { get; }

    /// <summary>Tries one row, and moves it on: to its end, or to a later attempt.</summary>
    Task SendAsync(OutboxRow row, CancellationToken stopping);
}
