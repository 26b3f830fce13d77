using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>How content the customer was with a person's help: asked once, when the case has ended and the person has gone. One tap, and a line of text if they like.</summary>
internal static class SatisfactionTalk
{
    private static readonly string[] Ratings = ["rate_good", "rate_fair", "rate_bad"];

    /// <summary>Asks, if this turn has ended such a case.</summary>
    public static void AskIfDue(TurnScope scope)
    {
        if (!scope.Waits && scope.State is { Person: null, Asked: null, Case: { State: CaseState.Closed, HelpedBy: not null, Satisfaction: null, Outcome: not (Outcome.Withdrawn or Outcome.Abandoned) } })
        {
            scope.Case = scope.Case with { Satisfaction = new Satisfaction() };
            scope.Tell("desk.how_was_it", ["H3"], [.. Ratings, .. scope.State.Offered.Select(option => option.Id)]);
        }
    }

    /// <summary>Takes the answer; false for what is none.</summary>
    public static bool Hear(TurnScope scope, CustomerSaid said, IUnderstanding understanding)
    {
        if (scope.State.Case is not { State: CaseState.Closed, Satisfaction: { } asked } || said.Choice is not null || said.Files.Count > 0)
        {
            return false;
        }

        if (asked.Rating is null && RatingOf(said.Text) is { } rating)
        {
            scope.Case = scope.Case with { Satisfaction = new Satisfaction(rating, AwaitsWords: true) };
            Thank(scope, "desk.rated");
            scope.Note(new CaseRated(scope.Case.Number, rating));
            return true;
        }

        if (!asked.AwaitsWords)
        {
            return false;
        }

        scope.Case = scope.Case with { Satisfaction = asked with { AwaitsWords = false } };
        if (!IsRemark(scope, said.Text.Trim(), understanding))
        {
            return false;
        }

        scope.Case = scope.Case with { Satisfaction = new Satisfaction(asked.Rating, Words: Heard.WellFormed(said.Text).Trim()) };
        Thank(scope, "desk.rated_words");
        return true;
    }

    private static void Thank(TurnScope scope, string key)
    {
        scope.State = scope.State with { HeardAt = scope.Now, Reminded = false };
        scope.Tell(key, ["H3"], [Buttons.Restart]);
    }

    private static string? RatingOf(string text) => Ratings
        .FirstOrDefault(id => Languages.Spoken.Any(language => string.Equals(TextCatalogue.Get(language, "option." + id), text.Trim(), StringComparison.OrdinalIgnoreCase)))?["rate_".Length..];

    /// <summary>A new trouble, a number or a button is no remark, whatever was asked before.</summary>
    private static bool IsRemark(TurnScope scope, string text, IUnderstanding understanding)
    {
        var heard = Heard.Of(new CustomerSaid(text), scope.State, understanding);
        return text.Length is > 0 and <= 1000 && heard.Option is null && heard.Understood is { Problem: null, Remedy: null } understood
            && understood.Entities.OrderNos.Count == 0
            && understood.Intent is Intent.OutOfScope or Intent.ThanksBye or Intent.Greeting or Intent.Complaint or Intent.Affirm or Intent.Deny or Intent.Answer;
    }
}
