using CardShop.Activities.Connector;

namespace CardShop.Bot.Channels.Messages;

/// <summary>Bot Framework channels: activities in at one endpoint, answers out through the channel's connector.</summary>
public static class MessagesEndpoint
{
    private const string Connector = "connector";

    private static readonly TimeSpan ConnectorTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Adds the channel.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MessagesOptions>(options => options.AppId = configuration[MessagesOptions.AppIdSetting] ?? "");
        services.AddHttpClient(Connector, http => http.Timeout = ConnectorTimeout)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would lead to an address that nobody has looked at.
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLifetime,
            });
        services.AddSingleton<IConnectorClient>(provider => new ConnectorClient(provider.GetRequiredService<IHttpClientFactory>().CreateClient(Connector)));
        services.AddSingleton<AnonymousAccess>();
        services.AddSingleton<OpenResponses>();
        services.AddSingleton<IChannelSender, ConnectorSender>();
        services.AddSingleton<ExpectRepliesResponse>();
        services.AddSingleton<MessagesHandler>();
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    public static WebApplication MapMessages(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost("/api/messages", (HttpContext context, MessagesHandler handler) => handler.HandleAsync(context)).AddEndpointFilter<ChannelFaults>();
        return app;
    }
}
