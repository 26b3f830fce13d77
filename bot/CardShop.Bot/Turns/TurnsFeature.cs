using CardShop.Bot.Desk;
using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Bot.Persistence;
using CardShop.Bot.Telemetry;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Turns;

/// <summary>The way of a turn: load, decide, save, wake.</summary>
internal static class TurnsFeature
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddInstruments()
        .AddSingleton(_ => new LearnedUnderstanding(TrainedModel.Bytes))
        .AddSingleton<IUnderstanding>(services => new MeteredUnderstanding(
            services.GetRequiredService<LearnedUnderstanding>(), services.GetRequiredService<Instruments>(), services.GetRequiredService<WallClock>()))
        .AddSingleton<PolicySettings>(services => services.GetRequiredService<IOptions<CardShopOptions>>().Value.ToPolicySettings() with
        {
            TwoPeopleFromFen = services.GetRequiredService<IOptions<DeskOptions>>().Value.TwoPeopleFromFen,
        })
        .AddSingleton<IEngine, Engine>()
        .AddSingleton<TranscriptSignals>()
        .AddSingleton<EvidenceSignal>()
        .AddSingleton<IPeerNews, PeerNews>()
        .AddSingleton<ITranscript, Transcript>()
        .AddSingleton<TypingSign>()
        .AddSingleton<OddsBook>()
        .AddSingleton<IOwnBooks, OwnBooks>()
        .AddSingleton<TurnLoader>()
        .AddSingleton<KnownConversations>()
        .AddSingleton<TurnDecider>()
        .AddPresence()
        .AddSingleton<NoticeBook>()
        .AddSingleton<DeskBook>()
        .AddSingleton<DeskSignals>()
        .AddSingleton<DeskState>()
        .AddSingleton<CommandSwitch>()
        .AddSingleton<TurnRecorder>()
        .AddSingleton<ConversationOpener>()
        .AddSingleton<TurnExecutor>()
        .AddSingleton<ITurnRunner, TurnRunner>();

    /// <summary>Channels tell it, and turns ask it: whoever comes first brings it.</summary>
    public static IServiceCollection AddPresence(this IServiceCollection services)
    {
        services.TryAddSingleton<CustomerPresence>();
        return services;
    }
}
