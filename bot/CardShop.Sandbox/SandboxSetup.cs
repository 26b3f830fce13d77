namespace CardShop.Sandbox;

/// <summary>What the demo shop needs from whoever hosts it.</summary>
public sealed record SandboxSetup
{
    /// <summary>Where <c>sandbox.db</c> is kept; made if it isn't there.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The wall clock: signatures, throttling, cookies. The shop's own time is <see cref="SandboxClock"/>, which runs on top of it.</summary>
    public required TimeProvider WallClock { get; init; }

    /// <summary>The secrets; asked for once, when first needed.</summary>
    public required Func<IServiceProvider, SandboxSecrets> Secrets { get; init; }

    /// <summary>The base address of the bot whose Direct Line mints chat tokens; asked for each time, known once the server listens.</summary>
    public required Func<IServiceProvider, CancellationToken, Task<Uri>> BotAddress { get; init; }

    /// <summary>Whether a store that is opened for the first time gets the demo orders.</summary>
    public bool SeedDemoOrders { get; init; } = true;
}

/// <summary>What the demo shop shares with the bot.</summary>
/// <param name="ShopKeyId">The id of the key that signs requests to the shop.</param>
/// <param name="ShopSecret">The key's secret.</param>
/// <param name="DirectLineSecret">The secret that the shop's server mints chat tokens with.</param>
public sealed record SandboxSecrets(string ShopKeyId, string ShopSecret, string DirectLineSecret)
{
    /// <summary>Names the key and hides the secrets: records print themselves into logs.</summary>
    public override string ToString() => $"SandboxSecrets {{ ShopKeyId = {ShopKeyId} }}";
}
