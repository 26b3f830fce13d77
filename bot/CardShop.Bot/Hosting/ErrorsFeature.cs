namespace CardShop.Bot.Hosting;

/// <summary>Errors leave as problem details that tell the status and nothing of the inside.</summary>
internal static class ErrorsFeature
{
    public static IServiceCollection AddErrors(this IServiceCollection services) => services.AddProblemDetails();

    public static void UseErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePages();
    }
}
