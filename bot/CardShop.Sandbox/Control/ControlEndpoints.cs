using CardShop.Sandbox.Chat;
using CardShop.Sandbox.Contract;
using CardShop.Sandbox.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Sandbox.Control;

/// <summary>The controls of the demo shop under <c>/sandbox/control</c> (INTERFACES.md).</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/sandbox/control").AddEndpointFilter<ProblemFilter>().AddEndpointFilter<ControlGuard>();
        control.MapPost("orders", OrderControls.CreateAsync);
        control.MapGet("orders/{no}", OrderControls.ReadAsync);
        control.MapPost("orders/{no}/advance", OrderControls.AdvanceAsync);
        control.MapGet("orders/{no}/identity-code", ReadCode);
        control.MapGet("commands", OrderControls.LedgerAsync);
        control.MapPost("recipients/{orderNo}/answer", DecisionControls.AnswerAsync);
        control.MapPost("cases/{number}/review", DecisionControls.ReviewAsync);
        control.MapPost("faults", AddFaultAsync);
        control.MapPost("clock", MoveClockAsync);
        control.MapPost("reset", ResetAsync);
        control.MapPost("token", MintTokenAsync);
        control.MapPost("agents", MakeAgentAsync);
        control.MapPost("desk", SetDeskAsync);
    }

    private static async Task<IResult> AddFaultAsync(HttpContext http, Faults faults)
    {
        var fault = await http.ReadAsync<FaultRequest>();
        Check.That(fault.DelayMs is >= 0 and <= 600_000, "delayMs is from 0 to 600000.");
        Check.That(fault.Status is null or 0 or (>= 200 and <= 599), "status is 0 or from 200 to 599.");
        Check.That(fault.Times is >= 1 and <= 10_000, "times is from 1 to 10000.");
        faults.Add(fault);
        return Answer.Ok(fault, StatusCodes.Status201Created);
    }

    private static async Task<IResult> MoveClockAsync(HttpContext http, ClockControl clock)
    {
        var request = await http.ReadAsync<ClockRequest>();
        return Answer.Ok(await clock.AdvanceAsync(request.AdvanceSeconds));
    }

    /// <summary>The text message that the demo shop does not send.</summary>
    private static IResult ReadCode(string no, IdentityCodes codes) => Answer.Ok(new IdentityCodeShown(codes.Shown(no) ?? throw ProblemException.NotFound()));

    private static async Task<IResult> ResetAsync(ShopReset reset) => Answer.Ok(await reset.RunAsync());

    private static async Task<IResult> MintTokenAsync(HttpContext http, ChatTokens tokens, CancellationToken cancellationToken)
    {
        var request = await http.ReadAsync<TokenRequest>();
        return Answer.Ok(await tokens.MintAsync(Check.WordOrNull(request.CustomerId, "customerId"), cancellationToken));
    }

    private static async Task<IResult> SetDeskAsync(HttpContext http, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IDeskControl>() is not { } desk)
        {
            return NoDesk();
        }

        var request = await http.ReadAsync<DeskRequest>();
        await desk.SetOnlineAsync(request.Online, cancellationToken);
        return Answer.Ok(request);
    }

    private static async Task<IResult> MakeAgentAsync(HttpContext http, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<IDeskAgents>() is not { } agents)
        {
            return NoDesk();
        }

        var request = await http.ReadAsync<AgentRequest>();
        var path = await agents.MakeAsync(request.Role, cancellationToken);
        Check.That(path is not null, "role is agent, reviewer or admin.");
        return Answer.Ok(new AgentLink($"{http.Request.Scheme}://{http.Request.Host}{path}"));
    }

    private static IResult NoDesk() => Answer.Problem(new("not_supported", "There is no agents' desk yet.", StatusCodes.Status501NotImplemented));
}
