namespace CardShop.Bot.Channels.DirectLine;

/// <summary>What the shop's server and this bot share, and what only this bot knows. Stays the same over a restart: open pages keep their tokens.</summary>
public interface IDirectLineSecrets
{
    /// <summary>The secret with which the shop's server mints tokens.</summary>
    string Secret { get; }

    /// <summary>The key that tokens are signed with, 32 bytes or more.</summary>
    ReadOnlyMemory<byte> SigningKey { get; }
}
