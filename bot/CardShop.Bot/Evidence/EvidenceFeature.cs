using CardShop.Bot.Evidence.Intake;
using CardShop.Bot.Evidence.Page;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence;

/// <summary>Evidence at the edge: taken in, cleaned, sealed, stored, shown to those who may see it, and deleted in the end (rules E1 to E6).</summary>
internal static class EvidenceFeature
{
    private const string Folder = "evidence";

    public static IServiceCollection AddEvidence(this IServiceCollection services, IConfiguration configuration) => services
        .AddEvidenceIntake(configuration)
        .AddSingleton<IEvidenceBook, EvidenceBook>()
        .AddSingleton<EvidenceSweeper>()
        .AddHostedService<EvidenceWorker>();

    /// <summary>What channels need of it: all but the rows and the sweeping.</summary>
    public static IServiceCollection AddEvidenceIntake(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<OwnAddress>();
        services.TryAddSingleton<PublicAddress>();
        services.TryAddSingleton<EvidenceSignal>();
        return services
            .AddSettings<EvidenceOptions>(configuration)
            .AddSingleton<FileCleaner>()
            .AddSingleton(OpenStore)
            .AddSingleton<EvidenceVault>()
            .AddSingleton<EvidenceIntake>()
            .AddSingleton<EvidenceTickets>()
            .AddSingleton<EvidenceFiles>()
            .AddSingleton<EvidenceLinks>()
            .AddSingleton<UploadInvitations>()
            .AddScoped<UploadPage>();
    }

    public static void MapEvidence(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{EvidenceFiles.Root}/{{ticket}}", (HttpContext context, string ticket, EvidenceFiles files) => files.ServeAsync(context, ticket));
        app.MapGet(UploadPage.StylePath, (HttpContext context) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers.CacheControl = "max-age=3600";
            return Results.Stream(typeof(UploadPage).Assembly.GetManifestResourceStream("Evidence.upload.css")!, "text/css; charset=utf-8");
        });
        app.MapGet($"{UploadInvitations.Root}/{{link}}", (HttpContext context, string link, UploadPage page) => page.ShowAsync(context, link));
        app.MapPost($"{UploadInvitations.Root}/{{link}}", (HttpContext context, string link, UploadPage page) => page.TakeAsync(context, link));
    }

    /// <summary>The store that is chosen: the others' clients are never loaded.</summary>
    private static IEvidenceStore OpenStore(IServiceProvider services) => services.GetRequiredService<IOptions<EvidenceOptions>>().Value.Store switch
    {
        EvidenceStoreKind.S3 => OpenS3(services),
        EvidenceStoreKind.Azure => OpenAzure(services),
        _ => new FolderStore(services.GetRequiredService<DataDirectory>().File(Folder)),
    };

    private static S3Store OpenS3(IServiceProvider services) => new(services.GetRequiredService<IOptions<EvidenceOptions>>().Value.S3);

    private static AzureBlobStore OpenAzure(IServiceProvider services) => new(services.GetRequiredService<IOptions<EvidenceOptions>>().Value.Azure);
}
