using CardShop.Bot.Hosting;
using CardShop.Bot.Telemetry;

namespace CardShop.Bot.Outbox;

/// <summary>What leaves the house after a turn was saved.</summary>
internal static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<OutboxOptions>(configuration)
        .AddInstruments()
        .AddSingleton<OutboxSignal>()
        .AddSingleton<OutboxStore>()
        .AddSingleton<Backoff>()
        .AddSingleton<CommandDelivery>()
        .AddSingleton<IOutboxSender, CommandSender>()
        .AddSingleton<IOutboxSender, EntrySender>()
        .AddSingleton<IOutboxSender, CaseSender>()
        .AddSingleton<IOutboxSender, NoticeSender>()
        .AddSingleton<IOutboxSender, NewsSender>()
        .AddSingleton<IOutboxSender, HandoffSender>()
        .AddSingleton<OutboxDispatcher>()
        .AddSingleton<CarriedRows>()
        .AddHostedService(services => services.GetRequiredService<CarriedRows>())
        .AddHostedService<OutboxWorker>();
}
