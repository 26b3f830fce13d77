using CardShop.Bot.Hosting;
using CardShop.Bot.Telemetry;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Dialogs.Understanding.SecondOpinions;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.SecondOpinions;

/// <summary>A language model's opinion of doubtful messages, where a shop wants it (adr 0018).</summary>
internal static class SecondOpinionsFeature
{
    public static IServiceCollection AddSecondOpinions(this IServiceCollection services, IConfiguration configuration) =>
        !Settings.Read<ModelOptions>(configuration).IsOn
            ? services.AddSingleton<ISecondOpinion, NoSecondOpinion>()
            : services
                .AddSettings<ModelOptions>(configuration)
                .AddInstruments()
                .AddSingleton(services => new LanguageModel(services.GetRequiredService<IOptions<ModelOptions>>().Value, services.GetRequiredService<WallClock>().Time))
                .AddSingleton(services => new Strain(services.GetRequiredService<IOptions<ModelOptions>>().Value, services.GetRequiredService<WallClock>().Time))
                .AddSingleton(services => new DoubtfulMessages(services.GetRequiredService<LearnedUnderstanding>()))
                .AddSingleton<ISecondOpinion, SecondOpinion>();
}
