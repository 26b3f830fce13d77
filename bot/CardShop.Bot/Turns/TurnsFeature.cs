using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Turns;

/// <summary>The way of a turn: load, decide, save, wake.</summary>
internal static class TurnsFeature
{
    public static IServiceCollection AddTurns(this IServiceCollection services) => services
        .AddSingleton<IUnderstanding>(_ => new LexiconUnderstanding())
        .AddSingleton<IEngine, Engine>()
        .AddSingleton<TranscriptSignals>()
        .AddSingleton<ITranscript, Transcript>()
        .AddSingleton<TypingSign>()
        .AddSingleton<IOwnBooks, OwnBooks>()
        .AddSingleton<TurnDecider>()
        .AddSingleton<TurnRecorder>()
        .AddSingleton<ConversationOpener>()
        .AddSingleton<TurnExecutor>()
        .AddSingleton<ITurnRunner, TurnRunner>();
}
