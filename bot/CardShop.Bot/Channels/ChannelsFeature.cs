using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Channels.Files;
using CardShop.Bot.Channels.Messages;

namespace CardShop.Bot.Channels;

/// <summary>The ways in which customers reach the bot.</summary>
public static class ChannelsFeature
{
    /// <summary>Adds all channels.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) =>
        services.AddFiles().AddDirectLine(configuration).AddMessages(configuration);

    /// <summary>Maps all channels.</summary>
    public static WebApplication MapChannels(this WebApplication app) => app.MapDirectLine().MapMessages();
}
