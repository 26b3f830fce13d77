using CardShop.Dialogs.Shop;
using CardShop.Sandbox.Control;
using CardShop.Sandbox.Http;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CardShop.Sandbox.Contract.Commands;

/// <summary>The commands: each body is checked for sense here, and decided at the <see cref="CommandDesk"/>.</summary>
internal static class CommandEndpoints
{
    public static void MapCommands(this RouteGroupBuilder contract)
    {
        contract.MapPost(ShopRoutes.Hold, HoldAsync).FailsAs(FaultRoute.Hold);
        contract.MapPost(ShopRoutes.Release, ReleaseAsync);
        contract.MapPost(ShopRoutes.Cancel, CancelAsync).FailsAs(FaultRoute.Cancel);
        contract.MapPost(ShopRoutes.Modify, ModifyAsync).FailsAs(FaultRoute.Modify);
        contract.MapPost(ShopRoutes.Refund, RefundAsync).FailsAs(FaultRoute.Refund);
        contract.MapPost(ShopRoutes.RecipientMessages, MessageAsync).FailsAs(FaultRoute.Message);
        contract.MapGet(ShopRoutes.Command, RecallAsync);
    }

    private static async Task<IResult> HoldAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<HoldRequest>();
        Check.That(request.LeaseSeconds is >= 1 and <= 900, "leaseSeconds is from 1 to 900.");
        return await TakeAsync(http, desk, new HoldOrder
        {
            Key = KeyOf(http),
            OrderNo = orderNo,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            Lease = TimeSpan.FromSeconds(request.LeaseSeconds),
        });
    }

    private static async Task<IResult> ReleaseAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<ReleaseRequest>();
        return await TakeAsync(http, desk, new ReleaseOrder { Key = KeyOf(http), OrderNo = orderNo, CaseNumber = Check.Word(request.CaseNumber, "caseNumber") });
    }

    private static async Task<IResult> CancelAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<CancelRequest>();
        return await TakeAsync(http, desk, new CancelOrder
        {
            Key = KeyOf(http),
            OrderNo = orderNo,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            ExpectedVersion = Check.Version(request.ExpectedVersion),
        });
    }

    private static async Task<IResult> ModifyAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<ModifyRequest>();
        var changes = request.Changes;
        Check.That(!changes.IsEmpty, "changes names at least one field.");
        Check.That(changes.Quantity is null or (>= 1 and <= 100), "changes.quantity is from 1 to 100.");
        return await TakeAsync(http, desk, new ModifyOrder
        {
            Key = KeyOf(http),
            OrderNo = orderNo,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            ExpectedVersion = Check.Version(request.ExpectedVersion),
            Changes = changes with
            {
                Account = Check.WordOrNull(changes.Account, "changes.account"),
                Phone = Check.WordOrNull(changes.Phone, "changes.phone"),
                Region = Check.WordOrNull(changes.Region, "changes.region"),
                Product = Check.WordOrNull(changes.Product, "changes.product"),
                Denomination = Check.WordOrNull(changes.Denomination, "changes.denomination"),
            },
        });
    }

    private static async Task<IResult> RefundAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<RefundRequest>();
        Check.That(request.AmountFen >= 1, "amountFen is 1 or more.");
        return await TakeAsync(http, desk, new RefundOrder
        {
            Key = KeyOf(http),
            OrderNo = orderNo,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            ExpectedVersion = Check.Version(request.ExpectedVersion),
            AmountFen = request.AmountFen,
        });
    }

    private static async Task<IResult> MessageAsync(string orderNo, HttpContext http, CommandDesk desk)
    {
        var request = await http.ReadAsync<RecipientMessageRequest>();
        Check.That(request.Text.Length is >= 1 and <= 1000, "text has from 1 to 1000 characters.");
        return await TakeAsync(http, desk, new MessageRecipient
        {
            Key = KeyOf(http),
            OrderNo = orderNo,
            CaseNumber = Check.Word(request.CaseNumber, "caseNumber"),
            Text = request.Text,
            IsReminder = request.IsReminder,
        });
    }

    private static async Task<IResult> RecallAsync(string key, CommandDesk desk, CancellationToken cancellationToken) =>
        Answer.Ok(await desk.RecallAsync(key, cancellationToken) ?? throw ProblemException.NotFound());

    private static async Task<IResult> TakeAsync(HttpContext http, CommandDesk desk, ShopCommand command)
    {
        // A command that has arrived is carried out, whether its sender still waits or not.
        var answer = await desk.TakeAsync(command, await http.ReadBytesAsync(), CancellationToken.None);
        if (answer.Replayed)
        {
            http.Response.Headers[ShopHeaders.IdempotencyReplayed] = "true";
        }

        return Answer.Kept(answer.Status, answer.Body);
    }

    private static string KeyOf(HttpContext http) => Check.Word(http.Request.Headers[ShopHeaders.IdempotencyKey].ToString(), ShopHeaders.IdempotencyKey);
}
