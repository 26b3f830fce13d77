namespace CardShop.Sandbox.Store;

/// <summary>What a command was answered with, kept under its idempotency key and given again word for word.</summary>
internal sealed class KeptOutcome
{
    public required string Key { get; init; }

    /// <summary>Of action, order and body: the same key with anything else is another command.</summary>
    public required string RequestHash { get; init; }

    public required int Status { get; init; }

    public required string Body { get; init; }
}
