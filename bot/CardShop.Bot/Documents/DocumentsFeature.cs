using CardShop.Bot.Hosting;
using CardShop.Desk;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CardShop.Bot.Documents;

/// <summary>A case's documents behind signed, short-lived links: the application, and the bundle with everything (rules R2, L4).</summary>
internal static class DocumentsFeature
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration) => services
        .AddDocumentLinks(configuration)
        .AddSingleton<DocumentLinkBook>()
        .AddHostedService<DocumentLinkWorker>()
        .AddSingleton<BrowserMark>()
        .AddSingleton<CaseRecords>()
        .AddSingleton<CaseBundles>()
        .AddSingleton<DocumentServing>()
        .AddSingleton<DocumentDoor>();

    /// <summary>What channels need of it: the links.</summary>
    public static IServiceCollection AddDocumentLinks(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<PublicAddress>();
        return services.AddSettings<DocumentOptions>(configuration).AddSingleton<DocumentTickets>().AddSingleton<IDocumentLinks, DocumentLinks>();
    }

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{DocumentLinks.Root}/{{link}}", (HttpContext context, string link, DocumentDoor door) => door.ShowAsync(context, link));
        app.MapPost($"{DocumentLinks.Root}/{{link}}", (HttpContext context, string link, DocumentDoor door) => door.TakeAsync(context, link));
    }

    /// <summary>The desk's own way to them, for whoever has signed in there.</summary>
    public static void MapDeskDocuments(this IEndpointRouteBuilder app) => app
        .MapGet($"{DocumentLinks.DeskRoot}/{{link}}", (HttpContext context, string link, DocumentServing documents) => documents.ServeToDeskAsync(context, link))
        .RequireAuthorization(DeskPages.Everybody);
}
