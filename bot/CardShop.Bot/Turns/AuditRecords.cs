using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Turns;

/// <summary>A command as the audit record keeps it: everything but the target, which is personal.</summary>
/// <param name="Action">What it does.</param>
/// <param name="Key">Its idempotency key.</param>
/// <param name="OrderNo">The order.</param>
/// <param name="Mode">Whether it goes to the shop.</param>
/// <param name="ExpectedVersion">The version that it was decided on.</param>
/// <param name="AmountFen">How much comes back by a refund.</param>
internal sealed record CommandAudit(ShopAction Action, string Key, string OrderNo, CommandMode Mode, long? ExpectedVersion, long? AmountFen)
{
    public static CommandAudit Of(ShopCommand command, CommandMode mode) => command switch
    {
        HoldOrder => new(ShopAction.Hold, command.Key, command.OrderNo, mode, null, null),
        ReleaseOrder => new(ShopAction.Release, command.Key, command.OrderNo, mode, null, null),
        CancelOrder cancel => new(ShopAction.Cancel, command.Key, command.OrderNo, mode, cancel.ExpectedVersion, null),
        ModifyOrder modify => new(ShopAction.Modify, command.Key, command.OrderNo, mode, modify.ExpectedVersion, null),
        RefundOrder refund => new(ShopAction.Refund, command.Key, command.OrderNo, mode, refund.ExpectedVersion, refund.AmountFen),
        MessageRecipient => new(ShopAction.Message, command.Key, command.OrderNo, mode, null, null),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without an audit form."),
    };
}

/// <summary>What became of a command, as the audit record keeps it.</summary>
/// <param name="Key">The command.</param>
/// <param name="Result">Its result's name.</param>
/// <param name="Code">Why it was refused.</param>
/// <param name="Version">The order's version afterwards.</param>
internal sealed record ResultAudit(string Key, string Result, string? Code, long? Version)
{
    public static ResultAudit Of(CommandAnswered answered) => new(
        answered.Command.Key,
        InboundIds.NameOf(answered.Result),
        (answered.Result as CommandRefused)?.Code,
        answered.Result switch
        {
            CommandDone done => done.Order.Version,
            CommandRefused refused => refused.Order?.Version,
            _ => null,
        });
}

/// <summary>The JSON form of the audit record's own facts.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CommandAudit))]
[JsonSerializable(typeof(ResultAudit))]
internal sealed partial class AuditJson : JsonSerializerContext;
