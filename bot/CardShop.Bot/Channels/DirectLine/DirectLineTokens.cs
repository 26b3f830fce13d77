using System.Security.Claims;
using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Hosting;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>Mints and reads tokens: signed, bound to one conversation and one customer, alive by the wall clock.</summary>
internal sealed class DirectLineTokens(IDirectLineSecrets secrets, WallClock clock)
{
    /// <summary>How long a token lives; clients refresh it after half of that.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>How long the address of a socket can be used.</summary>
    public static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(1);

    private const string Issuer = "cardshop-bot";
    private const string Audience = "directline";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    private readonly SymmetricSecurityKey _key = new(secrets.SigningKey.ToArray());

    /// <summary>Signs a token. A JWT's <c>user</c> claim becomes the client's <c>from.id</c>.</summary>
    public string Mint(DirectLineToken token)
    {
        var claims = new Dictionary<string, object> { [ClaimNames.Kind] = token.Kind.ToString(), [ClaimNames.Conversation] = token.ConversationId };
        if (token.UserId is { } user)
        {
            claims[ClaimNames.User] = user;
        }

        if (token.TrustedOrigins is { Count: > 0 } origins)
        {
            claims[ClaimNames.Origins] = origins.ToArray();
        }

        var now = clock.Now.UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            Expires = now + (token.Kind is DirectLineTokenKind.Stream ? StreamLifetime : Lifetime),
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Reads a token; exactly one of the two is not null.</summary>
    public async Task<(DirectLineToken? Token, ChannelProblem? Problem)> ReadAsync(string text, DirectLineTokenKind kind)
    {
        var result = await Handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ClockSkew = TimeSpan.Zero,
            LifetimeValidator = (_, expires, _, _) => clock.Now.UtcDateTime < expires,
        });
        if (!result.IsValid)
        {
            return (null, result.Exception is SecurityTokenInvalidLifetimeException ? ChannelProblem.TokenExpired : ChannelProblem.BadToken);
        }

        var claims = result.ClaimsIdentity;
        return claims.FindFirst(ClaimNames.Kind)?.Value == kind.ToString() && claims.FindFirst(ClaimNames.Conversation)?.Value is { Length: > 0 } conversation
            ? (new DirectLineToken(kind, conversation, claims.FindFirst(ClaimNames.User)?.Value, Origins(claims)), null)
            : (null, ChannelProblem.BadToken);
    }

    private static string[] Origins(ClaimsIdentity claims) => [.. claims.FindAll(ClaimNames.Origins).Select(claim => claim.Value)];

    private static class ClaimNames
    {
        public const string Kind = "kind";
        public const string Conversation = "conv";
        public const string User = "user";
        public const string Origins = "origins";
    }
}
