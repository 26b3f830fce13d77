namespace CardShop.Bot.Channels.DirectLine;

/// <summary>What a caller has shown.</summary>
/// <param name="Kind">What it opens.</param>
/// <param name="ConversationId">The one conversation, by the channel's id.</param>
/// <param name="UserId">The signed-in customer; null for a guest.</param>
/// <param name="TrustedOrigins">Origins of the pages that may use it, beside the bot's own.</param>
internal sealed record DirectLineToken(DirectLineTokenKind Kind, string ConversationId, string? UserId, IReadOnlyList<string> TrustedOrigins);

/// <summary>What a token opens.</summary>
internal enum DirectLineTokenKind
{
    /// <summary>The conversation's endpoints.</summary>
    Conversation,

    /// <summary>The conversation's socket only: it stands in an address, which may end up in logs, so that it lives shortly.</summary>
    Stream,

    /// <summary>The shop's server itself.</summary>
    Secret,
}
