namespace CardShop.Bot.Channels.Files;

/// <summary>What all channels share of files.</summary>
internal static class FilesFeature
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static IServiceCollection AddFiles(this IServiceCollection services)
    {
        services.AddHttpClient(ChannelDownloads.Client, http => http.Timeout = Timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                // A redirect would lead to an address that nobody has looked at.
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
            });
        return services.AddSingleton<ChannelDownloads>().AddSingleton<AttachedFiles>().AddSingleton<SignedAttachments>();
    }
}
