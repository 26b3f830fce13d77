using CardShop.Bot.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CardShop.Bot.Documents;

/// <summary>A case's documents behind signed, short-lived links: the application, and the bundle with everything (rules R2, L4).</summary>
internal static class DocumentsFeature
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<PublicAddress>();
        return services
            .AddSettings<DocumentOptions>(configuration)
            .AddSingleton<DocumentTickets>()
            .AddSingleton<IDocumentLinks, DocumentLinks>()
            .AddSingleton<CaseRecords>()
            .AddSingleton<CaseBundles>()
            .AddSingleton<DocumentServing>();
    }

    public static void MapDocuments(this IEndpointRouteBuilder app) => app.MapGet(
        $"{DocumentLinks.Root}/{{ticket}}", (HttpContext context, string ticket, DocumentServing documents) => documents.ServeAsync(context, ticket));
}
