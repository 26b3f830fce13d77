namespace CardShop.ShopContract;

/// <summary>The headers of the contract.</summary>
public static class ShopHeaders
{
    /// <summary>Which of the shop's keys signs: an id, no secret.</summary>
    public const string Key = "X-Shop-Key";

    /// <summary>When it was signed: Unix seconds by the wall clock.</summary>
    public const string Timestamp = "X-Shop-Timestamp";

    /// <summary>Sixteen or more random characters, good for one request.</summary>
    public const string Nonce = "X-Shop-Nonce";

    /// <summary>The signature (<see cref="RequestSignature"/>).</summary>
    public const string Signature = "X-Shop-Signature";

    /// <summary>A command's key: the same key always means the same command.</summary>
    public const string IdempotencyKey = "Idempotency-Key";

    /// <summary><c>true</c> on an answer that was kept from the first time.</summary>
    public const string IdempotencyReplayed = "Idempotency-Replayed";
}
