using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Reads back what would be done, in full and with the differing characters marked, and asks for a yes (rules G1, G2, G4, H2).</summary>
internal static class ReadBackNarrator
{
    public static void Ask(TurnScope scope)
    {
        var (order, decision) = (scope.Case.Order!, scope.Case.Decision!);
        var remedy = decision.Remedy ?? Remedy.Cancel;
        if (decision.Cause == PathCause.ShopCannot)
        {
            scope.Say(remedy == Remedy.Cancel ? "note.only_cancel" : "note.only_modify", ["D9"]);
        }

        if (scope.IsLastChange)
        {
            scope.Say("note.last_change", ["G3"], ("limit", ChangeLimit.Limit(scope)));
        }

        if (remedy == Remedy.Cancel && scope.Case.Rest.Count > 0)
        {
            AskForSeveral(scope, order, decision);
            return;
        }

        var changes = remedy == Remedy.Modify ? scope.Case.Wanted : new OrderChanges();
        scope.Case = scope.Case with { Confirmation = null };
        var yes = scope.Named(Buttons.Yes) with { Label = scope.Text(remedy == Remedy.Cancel ? "option.yes_cancel" : "option.yes_modify") };
        IReadOnlyList<Option> options = [yes, scope.Named(Buttons.No), scope.Named(Buttons.Human)];
        var end = order.Payment == PaymentState.Paid && GoldenWindow.IsOpen(order, scope.Now, scope.Settings) ? GoldenWindow.EndOf(order, scope.Settings) : null;
        var line = OrderWords.Line(order, scope.Language, scope.Now, scope.Settings);
        var lines = WantedFields.Changes(order, changes).Select(change => Change(scope, change)).ToList();
        var key = remedy == Remedy.Modify ? "ask.confirm.modify" : order.Payment == PaymentState.Unpaid ? "ask.confirm.cancel_unpaid" : "ask.confirm.cancel";
        scope.Ask(
            key, Asks.Confirm, [.. decision.Rules, "G1", "G2", .. end is null ? Array.Empty<string>() : ["G4"]], options,
            _ => new ConfirmationCard
            {
                Title = scope.Text(remedy == Remedy.Modify ? "card.confirm_modify" : "card.confirm_cancel"),
                Order = line,
                Changes = lines,
                Note = NoteOf(scope, remedy, order),
                Deadline = end,
                Yes = yes,
                No = options[1],
            },
            ("order", order.OrderNo),
            ("product", line.Product),
            ("amount", line.Amount),
            ("changes", string.Join('\n', lines.Select(change => Words(scope, change)))),
            ("note", NoteOf(scope, remedy, order) is { } note ? "\n" + note : string.Empty),
            ("clock", end is null ? string.Empty : "\n" + Clock(scope, end.Value)));
        scope.Case = scope.Case with { Confirmation = new Confirmation(scope.State.Asked!.Id, remedy, order.Version, changes) };
        scope.Note(new ReadBack(order.OrderNo, order.Version, remedy));
    }

    /// <summary>One read-back that names all duplicates which the yes cancels, and what becomes of the others (D2).</summary>
    private static void AskForSeveral(TurnScope scope, Order order, PathDecision decision)
    {
        if (DuplicateTalk.CancelledWith(scope) is not { } also)
        {
            return;
        }

        var later = scope.Case.Rest.Where(rest => also.All(known => known.OrderNo != rest.OrderNo)).Select(rest => rest.OrderNo).ToList();
        var yes = scope.Named(Buttons.Yes) with { Label = scope.Text("option.yes_cancel") };
        var lines = also.Prepend(order).Select(each => OrderWords.Line(each, scope.Language, scope.Now, scope.Settings)).ToList();
        var end = order.Payment == PaymentState.Paid && GoldenWindow.IsOpen(order, scope.Now, scope.Settings) ? GoldenWindow.EndOf(order, scope.Settings) : null;
        var note = later.Count == 0 ? null : scope.Text("note.settled_after", ("orders", string.Join(scope.Text("format.and"), later)));
        scope.Ask(
            "ask.confirm.cancel_several", Asks.Confirm, [.. decision.Rules, "D2", "G1", "G2"], [yes, scope.Named(Buttons.No), scope.Named(Buttons.Human)], null,
            ("count", Names.Count(lines.Count)),
            ("orders", string.Join('\n', lines.Select(line => scope.Text("format.order_line", ("order", line.OrderNo), ("product", line.Product), ("amount", line.Amount), ("status", line.Status))))),
            ("kept", scope.Case.Kept ?? scope.Text("format.nothing")),
            ("note", note is null ? string.Empty : "\n" + note),
            ("clock", end is null ? string.Empty : "\n" + Clock(scope, end.Value)));
        scope.Case = scope.Case with
        {
            Confirmation = new Confirmation(scope.State.Asked!.Id, Remedy.Cancel, order.Version, new OrderChanges()) { Also = [.. also.Select(each => new RestOrder(each.OrderNo, each.Version))] },
        };
        foreach (var each in also.Prepend(order))
        {
            scope.Note(new ReadBack(each.OrderNo, each.Version, Remedy.Cancel));
        }
    }

    private static ChangeLine Change(TurnScope scope, (Asks Field, string From, string To) change)
    {
        var (from, to) = CharacterDiff.Of(change.From, change.To);
        return new ChangeLine(scope.Text("field." + change.Field.ToString().ToLowerInvariant()), from, to);
    }

    /// <summary>In words, what differs stands in brackets: a mark that needs no colour.</summary>
    private static string Words(TurnScope scope, ChangeLine change) => TextCatalogue.Get(scope.Language, "format.change", new Dictionary<string, string>
    {
        ["field"] = change.Field,
        ["from"] = Marked(change.From),
        ["to"] = Marked(change.To),
    });

    private static string Marked(IReadOnlyList<DiffPart> parts) => string.Concat(parts.Select(part => part.Differs ? $"【{part.Text}】" : part.Text));

    private static string? NoteOf(TurnScope scope, Remedy remedy, Order order) => (remedy, order.Payment) switch
    {
        (Remedy.Cancel, PaymentState.Unpaid) => null,
        (Remedy.Cancel, _) => TextCatalogue.Get(scope.Language, "note.refund_way", new Dictionary<string, string> { ["method"] = order.PaymentMethod ?? scope.Text("format.original_way") }),
        _ => scope.WantedTarget switch
        {
            { Nickname: { } nickname } => TextCatalogue.Get(scope.Language, "note.nickname", new Dictionary<string, string> { ["nickname"] = nickname }),
            { Owner: TargetOwner.Stranger } => scope.Text("note.target_stranger"),
            _ => null,
        },
    };

    private static string Clock(TurnScope scope, DateTimeOffset end) => TextCatalogue.Get(scope.Language, "format.clock", new Dictionary<string, string>
    {
        ["left"] = Formats.Left(end - scope.Now, scope.Language),
        ["until"] = Formats.Moment(end, scope.Now),
    });
}
