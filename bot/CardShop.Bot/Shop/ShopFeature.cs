using System.Net;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Retry;

namespace CardShop.Bot.Shop;

/// <summary>The gateway to the shop: one client, one connection pool.</summary>
internal static class ShopFeature
{
    private const int MaxAnswerBytes = 1024 * 1024;
    private const int ReadRepetitions = 2;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static IServiceCollection AddShop(this IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSettings<ShopOptions>(configuration)
            .AddSingleton<OwnAddress>()
            .AddSingleton<ShopAddress>()
            .AddTransient<SigningHandler>()
            .AddSingleton<IShopReader, ShopReader>()
            .AddSingleton<IShopCommands, ShopCommands>()
            .AddSingleton<IShopCases, ShopCases>()
            .AddSingleton<IShopNotices, ShopNotices>()
            .AddSingleton<IShopProbe, ShopProbe>()
            .AddHostedService<ShopWarmUp>();
        var client = services
            .AddHttpClient<ShopClient>(http =>
            {
                // Each call has its own limit, body and repetitions included.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.MaxResponseContentBufferSize = MaxAnswerBytes;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = ConnectionLifetime,
                AllowAutoRedirect = false,
                UseCookies = false,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        client.AddResilienceHandler("shop", AddRepetition);
        client.AddHttpMessageHandler<SigningHandler>();
        return services;
    }

    private static void AddRepetition(ResiliencePipelineBuilder<HttpResponseMessage> pipeline) => pipeline
        .AddRetry(new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = ReadRepetitions,
            Delay = FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldRetryAfterHeader = false,
            ShouldHandle = ShouldRepeat,
        });

    /// <summary>Only what changes nothing is repeated here; commands have the outbox.</summary>
    private static ValueTask<bool> ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> attempt) => new(
        ShopCall.Of(attempt.Context.GetRequestMessage()) is { IsRead: true }
        && attempt.Outcome is { Exception: HttpRequestException } or { Result.StatusCode: >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented });
}
