using CardShop.Bot.Channels.Problems;
using CardShop.Bot.Hosting;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;

namespace CardShop.Bot.Channels.DirectLine;

/// <summary>The web channel: Direct Line 3.0, as Microsoft's own clients speak it.</summary>
public static class DirectLineEndpoints
{
    /// <summary>Where it is.</summary>
    public const string Root = "/v3/directline";

    /// <summary>A client that went without a word is noticed: it does not answer any more.</summary>
    private static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PongPatience = TimeSpan.FromSeconds(20);

    private delegate Task<IResult> Handler(HttpContext context, DirectLineToken caller);

    /// <summary>Adds the web channel. The host brings <see cref="IDirectLineSecrets"/>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DirectLineOptions>(configuration);
        services.AddInstruments();
        services.AddPresence();
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<DirectLineOrigins>();
        services.AddSingleton<DirectLineAccess>();
        services.AddSingleton<DirectLineAnswers>();
        services.AddSingleton<PostThrottle>();
        services.AddScoped<DirectLineConversations>();
        services.AddScoped<DirectLineUploads>();
        services.AddScoped<DirectLineHandlers>();
        services.AddScoped<DirectLineStream>();
        return services;
    }

    /// <summary>Maps the web channel.</summary>
    public static WebApplication MapDirectLine(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = PingInterval, KeepAliveTimeout = PongPatience });
        app.MapMethods($"{Root}/{{**path}}", [HttpMethods.Options], DirectLineCors.Preflight);

        var group = app.MapGroup(Root).AddEndpointFilter(DirectLineCors.Apply).AddEndpointFilter<ChannelFaults>();
        group.MapPost("tokens/generate", Admit(DirectLineTokenKind.Secret, handlers => (context, _) => handlers.GenerateTokenAsync(context)));
        group.MapPost("tokens/refresh", Admit(DirectLineTokenKind.Conversation, handlers => handlers.RefreshTokenAsync));
        group.MapPost("conversations", Admit(DirectLineTokenKind.Conversation, handlers => handlers.StartAsync));
        group.MapGet("conversations/{id}", Admit(DirectLineTokenKind.Conversation, handlers => handlers.ReconnectAsync));
        group.MapGet("conversations/{id}/activities", Admit(DirectLineTokenKind.Conversation, handlers => handlers.PollAsync));
        group.MapPost("conversations/{id}/activities", Admit(DirectLineTokenKind.Conversation, handlers => handlers.PostAsync));
        group.MapPost("conversations/{id}/upload", Admit(DirectLineTokenKind.Conversation, handlers => handlers.UploadAsync));
        group.MapGet("conversations/{id}/stream", Admit(DirectLineTokenKind.Stream, handlers => handlers.StreamAsync));
        group.MapGet("session/getsessionid", () => ChannelProblem.NoSessions);
        return app;
    }

    /// <summary>Lets a handler run for the one who may, and tells everybody else why not.</summary>
    private static Delegate Admit(DirectLineTokenKind kind, Func<DirectLineHandlers, Handler> handler) =>
        async (HttpContext context, DirectLineAccess access, DirectLineHandlers handlers) =>
        {
            var (caller, problem) = await access.AdmitAsync(context, kind);
            return caller is null ? problem! : await handler(handlers)(context, caller);
        };
}
