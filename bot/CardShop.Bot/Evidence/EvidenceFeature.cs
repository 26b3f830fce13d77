using CardShop.Bot.Evidence.Intake;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence;

/// <summary>Evidence at the edge: taken in, cleaned, sealed, stored, shown to those who may see it, and deleted in the end (rules E1 to E6).</summary>
internal static class EvidenceFeature
{
    private const string Folder = "evidence";

    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration) => services
        .AddSettings<EvidenceOptions>(configuration)
        .AddSingleton<FileCleaner>()
        .AddSingleton(OpenStore)
        .AddSingleton<EvidenceVault>()
        .AddSingleton<IEvidenceBook, EvidenceBook>()
        .AddSingleton<EvidenceIntake>()
        .AddSingleton<EvidenceSweeper>()
        .AddHostedService<EvidenceWorker>();

    /// <summary>The store that is chosen: the others' clients are never loaded.</summary>
    private static IEvidenceStore OpenStore(IServiceProvider services) => services.GetRequiredService<IOptions<EvidenceOptions>>().Value.Store switch
    {
        _ => new FolderStore(services.GetRequiredService<DataDirectory>().File(Folder)),
    };
}
