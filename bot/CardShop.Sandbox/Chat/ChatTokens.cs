using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CardShop.Sandbox.Http;
using Microsoft.Extensions.Logging;

namespace CardShop.Sandbox.Chat;

/// <summary>A token for one conversation.</summary>
internal sealed record ChatToken(string Token, string ConversationId);

/// <summary>What Direct Line wants to know to mint one.</summary>
internal sealed record DirectLineTokenRequest(DirectLineUser? User);

/// <summary>The signed-in customer, in Direct Line's words.</summary>
internal sealed record DirectLineUser(string Id);

/// <summary>The shop's server side of the chat: it alone holds the Direct Line secret, and mints a token for the customer whom it has signed in.</summary>
internal sealed partial class ChatTokens(
    IHttpClientFactory clients, SandboxSetup setup, IServiceProvider services, Lazy<SandboxSecrets> secrets, ILogger<ChatTokens> logger)
{
    public const string Client = "CardShop.Sandbox.ChatTokens";

    public async Task<ChatToken> MintAsync(string? customerId, CancellationToken cancellationToken)
    {
        var bot = await setup.BotAddress(services, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "/v3/directline/tokens/generate"))
        {
            Content = JsonContent.Create(new DirectLineTokenRequest(customerId is null ? null : new DirectLineUser(customerId)), options: SandboxJson.Shop),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secrets.Value.DirectLineSecret);
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, cancellationToken);
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<ChatToken>(SandboxJson.Shop, cancellationToken) ?? throw new JsonException("The answer is empty.");
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            NotMinted(failure);
            throw new ProblemException(502, "bot_unreachable", "The bot's Direct Line gave no token.");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bot's Direct Line gave no token")]
    private partial void NotMinted(Exception failure);
}
