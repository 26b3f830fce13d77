using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CardShop.Sandbox.Control;

/// <summary>Lets a route of the contract fail as <c>POST /sandbox/control/faults</c> asked: late, wrong, or not at all; before or after the effect.</summary>
internal static class FaultFilter
{
    public static RouteHandlerBuilder FailsAs(this RouteHandlerBuilder endpoint, FaultRoute route) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        var services = context.HttpContext.RequestServices;
        if (services.GetRequiredService<Faults>().Take(route) is not { } fault)
        {
            return await next(context);
        }

        var effect = fault.AfterEffect ? await next(context) : null;
        await DelayAsync(fault, services);
        return Replaces(fault) ? Replace(context.HttpContext, fault) : effect ?? await next(context);
    });

    private static bool Replaces(FaultRequest fault) => fault.Status is not null || fault.Body is not null;

    /// <summary>A slow shop goes on when its caller has given up: the delay ends with the process, not with the request.</summary>
    private static async Task DelayAsync(FaultRequest fault, IServiceProvider services)
    {
        if (fault.DelayMs > 0)
        {
            var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
            await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs), services.GetRequiredService<WallClock>().Time, stopping);
        }
    }

    private static IResult Replace(HttpContext http, FaultRequest fault)
    {
        if (fault.Status is 0)
        {
            http.Abort();
            return Results.Empty;
        }

        var body = fault.Body switch
        {
            null => "",
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { } json => json.GetRawText(),
        };
        return Results.Text(body, "application/json", statusCode: fault.Status ?? StatusCodes.Status200OK);
    }
}
