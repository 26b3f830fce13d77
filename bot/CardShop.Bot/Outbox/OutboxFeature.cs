using CardShop.Bot.Hosting;

namespace CardShop.Bot.Outbox;

/// <summary>What leaves the house after a turn was saved.</summary>
internal static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<OutboxOptions>(configuration)
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<Backoff>()
        .AddSingleton<CommandDelivery>()
        .AddSingleton<IOutboxSender, CommandSender>()
        .AddSingleton<IOutboxSender, EntrySender>()
        .AddSingleton<IOutboxSender, CaseSender>()
        .AddSingleton<OutboxDispatcher>()
        .AddHostedService<OutboxWorker>();
}
