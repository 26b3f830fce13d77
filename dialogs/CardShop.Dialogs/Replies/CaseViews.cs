using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Replies;

/// <summary>Makes the view of a case that goes with each message.</summary>
internal static class CaseViews
{
    /// <summary>The view, with what the last question asks and the rules behind one message.</summary>
    public static CaseView Of(CaseFile file, Asks? asks, IReadOnlyList<string> rules, PolicySettings settings)
    {
        var path = file.Path ?? file.Decision?.Path;
        return new CaseView
        {
            Number = file.Number,
            Stage = CaseStages.Of(file.State),
            State = file.State.ToString(),
            Asks = asks,
            Path = path,
            Outcome = file.Outcome,
            Orders = Orders(file, path),
            Rules = rules,
            Deadline = Deadline(file, settings) ?? ReviewDue(file) ?? RecipientDue(file, settings),
            DeadlineKind = Deadline(file, settings) is not null ? "window" : ReviewDue(file) is not null ? "review" : RecipientDue(file, settings) is not null ? "recipient" : null,
            Refund = MergedRefund.Of(file) is { } refund ? new RefundView(RefundName(refund.State), refund.Method, refund.ExpectedBy) : null,
        };
    }

    /// <summary>The end of the window, as long as it matters (G4).</summary>
    public static DateTimeOffset? Deadline(CaseFile file, PolicySettings settings) =>
        file is { Order: { Payment: PaymentState.Paid } order, Decision.Step: PathStep.Act }
        && CaseStages.Of(file.State) is Stage.Explaining or Stage.Confirming
            ? GoldenWindow.EndOf(order, settings)
            : null;

    /// <summary>When the review should have been answered (R3).</summary>
    public static DateTimeOffset? ReviewDue(CaseFile file) => file is { State: CaseState.UnderReview, Filing.DueBy: var due } ? due : null;

    /// <summary>When the recipient is reminded, or the wait for an answer ends (D8).</summary>
    public static DateTimeOffset? RecipientDue(CaseFile file, PolicySettings settings) =>
        file is { State: CaseState.AwaitingRecipient, Coordination: { Answer: null } coordination } ? coordination.NextAt(settings) : null;

    private static IReadOnlyList<CaseOrderView> Orders(CaseFile file, CasePath? path) =>
    [
        .. file.Settled.Select(settled => new CaseOrderView(settled.OrderNo, settled.Path, settled.Outcome)),
        .. (file.Order?.OrderNo ?? (file.Settled.Count > 0 ? file.TypedNumber : null)) is { } current ? new[] { new CaseOrderView(current, path, file.Outcome) } : [],
        .. file.Order is null && file.Settled.Count == 0 ? [] : file.Rest.Select(rest => new CaseOrderView(rest.OrderNo, path, file.Outcome)),
    ];

    private static string RefundName(RefundState state) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());
}
