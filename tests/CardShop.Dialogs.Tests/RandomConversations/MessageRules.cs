using System.Collections.Frozen;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What is true of everything that a customer is told.</summary>
internal static class MessageRules
{
    private static readonly FrozenSet<string> InBoth = TextCatalogue.Keys(Language.Chinese).Intersect(TextCatalogue.Keys(Language.English)).ToFrozenSet();

    public static void Check(Incoming incoming, Decided decided)
    {
        BrokenRule.Unless(incoming is not (CustomerSaid or CustomerJoined) || decided.State.Person is not null || decided.Messages.Count > 0, "nobody is left without an answer");
        var questions = 0;
        foreach (var message in decided.Messages)
        {
            BrokenRule.Unless(!string.IsNullOrWhiteSpace(message.Text) && InBoth.Contains(message.Key), "every reply has words in both languages", () => message.Key);
            BrokenRule.Unless(message.Locale == decided.State.Language.Tag(), "a turn speaks one language", () => $"{message.Key} {message.Locale}");
            CheckButtons(message);
            CheckView(message, decided);
            if (message.QuestionId is { } question)
            {
                BrokenRule.Unless(++questions == 1 && question == decided.State.Asked?.Id, "one question at a time, the one that is open", () => $"{question}: {decided.State.Asked}");
            }
        }

        if (decided.Messages.Count > 0 && decided.Messages[^1] is { Key: "ask.confirm.modify" or "ask.confirm.cancel" or "ask.confirm.cancel_unpaid" } readBack)
        {
            CheckReadBack(readBack, decided.State.Case!);
        }
    }

    private static void CheckButtons(Message message)
    {
        for (var at = 0; at < message.Options.Count; at++)
        {
            BrokenRule.Unless(!string.IsNullOrWhiteSpace(message.Options[at].Label), "every button has words", () => message.Options[at].Id);
            for (var other = at + 1; other < message.Options.Count; other++)
            {
                BrokenRule.Unless(message.Options[at].Label != message.Options[other].Label && message.Options[at].Id != message.Options[other].Id, "no two buttons are alike", () => message.Options[at].Label);
            }
        }
    }

    private static void CheckView(Message message, Decided decided)
    {
        BrokenRule.Unless(message.Case is not null || decided.State.Case is null || decided.State.Parked.Count > 0, "every message carries where the case stands");
        if (message.Case is not { } view)
        {
            return;
        }

        var file = Parking.All(decided.State).FirstOrDefault(known => known.Number == view.Number) ?? decided.About!;
        var isInHand = file.Number == decided.State.Case?.Number;
        BrokenRule.Unless(view.Stage == CaseStages.Of(file.State) && view.Number == file.Number && view.Outcome == file.Outcome && (!isInHand || view.Asks == decided.State.Asked?.Asks), "the view is the case's", view.ToString);
        BrokenRule.Unless((view.Deadline is null) == (view.DeadlineKind is null), "a deadline has a kind", view.ToString);
        BrokenRule.Unless(view.Outcome != Outcome.Cancelled || view.Path is not null, "what was done has a path", view.ToString);
    }

    /// <summary>The read-back names order and change in full (G1); the marks around differing characters are no part of a value.</summary>
    private static void CheckReadBack(Message message, CaseFile file)
    {
        var text = message.Text.Replace("【", string.Empty, StringComparison.Ordinal).Replace("】", string.Empty, StringComparison.Ordinal);
        BrokenRule.Unless(text.Contains(file.Order!.OrderNo, StringComparison.Ordinal), "a read-back names the order", () => message.Text);
        var changes = file.Confirmation!.Changes;
        foreach (var value in new[] { changes.Account, changes.Phone, changes.Region, changes.Product, changes.Denomination })
        {
            BrokenRule.Unless(value is null || text.Contains(value.Replace("【", string.Empty, StringComparison.Ordinal).Replace("】", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal), "a read-back names every change", () => $"{value} in {message.Text}");
        }

        BrokenRule.Unless(message.Card is ConfirmationCard, "a read-back has a card");
    }
}
