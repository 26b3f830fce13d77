using System.Security.Cryptography;
using System.Text;
using CardShop.Bot.Channels.Problems;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Who may do what: the shop's server shows its secret, a page shows its token, and a socket has its token in its address.</summary>
internal sealed class DirectLineAccess(IDirectLineSecrets secrets, DirectLineTokens tokens, DirectLineOrigins origins)
{
    private const string Bearer = "Bearer ";

    /// <summary>Finds out who is calling; exactly one of the two is not null.</summary>
    public async Task<(DirectLineToken? Caller, ChannelProblem? Problem)> AdmitAsync(HttpContext context, DirectLineTokenKind kind)
    {
        var conversation = context.Request.RouteValues["id"] as string;
        if (Shown(context.Request, kind) is not { Length: > 0 } shown)
        {
            return (null, ChannelProblem.NoToken);
        }

        if (kind is not DirectLineTokenKind.Stream && IsSecret(shown))
        {
            return (new DirectLineToken(DirectLineTokenKind.Secret, conversation ?? "", null, []), null);
        }

        if (kind is DirectLineTokenKind.Secret)
        {
            return (null, ChannelProblem.SecretNeeded);
        }

        var (token, problem) = await tokens.ReadAsync(shown, kind);
        return token switch
        {
            null => (null, problem),
            _ when conversation is not null && conversation != token.ConversationId => (null, ChannelProblem.OtherConversation),
            _ when !origins.Allow(context.Request, token) => (null, ChannelProblem.BadOrigin),
            _ => (token, null),
        };
    }

    private static string? Shown(HttpRequest request, DirectLineTokenKind kind)
    {
        if (kind is DirectLineTokenKind.Stream)
        {
            return request.Query["t"];
        }

        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    private bool IsSecret(string shown) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(secrets.Secret));
}
