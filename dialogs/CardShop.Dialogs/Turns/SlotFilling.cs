using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Takes everything that one message tells, whatever was asked: nobody is asked twice, and every answer can be corrected (H2).</summary>
internal static class SlotFilling
{
    private const int CalmFrom = 2;

    private static readonly Asks[] CorrectionFields = [Asks.Account, Asks.Phone, Asks.Region, Asks.Product, Asks.Amount];

    /// <summary>Takes it; false when the message told nothing that the case can use.</summary>
    public static bool Fill(TurnScope scope, Heard heard)
    {
        var before = scope.Case;
        if (heard.Option is { } option)
        {
            Press(scope, option);
            return true;
        }

        var understood = heard.Understood;
        TakeProblem(scope, understood);
        TakeOrder(scope, heard);
        if (understood.Remedy is { } remedy)
        {
            scope.Case = scope.Case with { Remedy = remedy };
        }

        if (understood.Owner is { } owner)
        {
            scope.Case = scope.Case with { OwnerSaid = owner };
        }

        TakeProof(scope, heard);
        TakeWanted(scope, heard);
        return scope.Case != before || scope.Proof is not null;
    }

    private static void Press(TurnScope scope, string option)
    {
        if (scope.State.Asked?.Asks == Asks.Order && scope.Case.Twins.Contains(option))
        {
            DuplicateTalk.Keep(scope, option);
            return;
        }

        scope.Case = (option, scope.State.Asked?.Asks) switch
        {
            // After a no, what was meant is asked afresh (H2).
            (Buttons.Modify, Asks.Choice) => scope.Case with { Remedy = Remedy.Modify, Wanted = new OrderChanges() },
            (Buttons.Modify, _) => scope.Case with { Remedy = Remedy.Modify },
            (Buttons.Cancel, _) => scope.Case with { Remedy = Remedy.Cancel },
            (Buttons.OtherOrder, _) => WithoutOrder(scope.Case) with { TwinsDeclined = scope.Case.TwinsDeclined || scope.Case.Twins.Count > 0 },
            (_, Asks.Order) when !Buttons.IsCommon(option) => scope.Case with { TypedNumber = option, Facts = null },
            _ => scope.Case,
        };
        if (Buttons.OwnerOf(option) is { } owner)
        {
            OwnerTalk.Take(scope, owner);
        }

        if (Buttons.ProblemOf(option) is { } problem)
        {
            SetProblem(scope, problem, []);
        }
    }

    private static void TakeProblem(TurnScope scope, Understood understood)
    {
        if (understood.Problem is { } problem && problem != scope.Case.Problem)
        {
            SetProblem(scope, problem, understood.Also);
        }
    }

    private static void SetProblem(TurnScope scope, Problem problem, IReadOnlyList<Problem> also)
    {
        // Another problem makes another case of it: what was chosen for the former one no longer counts.
        scope.Case = scope.Case.Problem is null
            ? scope.Case with { Problem = problem, Also = also }
            : scope.Case with { Problem = problem, Also = also, Remedy = null, Confirmation = null };
        scope.Note(new ProblemTold(problem));
    }

    private static void TakeOrder(TurnScope scope, Heard heard)
    {
        var asked = scope.State.Asked?.Asks;
        var numbers = heard.Understood.Entities.OrderNos;
        if (numbers.Count == 1 && scope.Case.Twins.Contains(numbers[0]) && asked == Asks.Order && heard.Understood.Remedy is null)
        {
            DuplicateTalk.Keep(scope, numbers[0]);
        }
        else if (numbers.Count > 0 && numbers[0] != scope.Case.Order?.OrderNo && asked != Asks.Contact)
        {
            scope.Case = WithoutOrder(scope.Case) with { TypedNumber = numbers[0] };
        }
        else if (asked == Asks.Order && heard.Understood.Intent == Intent.Answer && LooksLikeNumber(heard.Text))
        {
            scope.Case = WithoutOrder(scope.Case) with { TypedNumber = heard.Text };
        }
    }

    /// <summary>A guest's proof is used in this turn only and never kept.</summary>
    private static void TakeProof(TurnScope scope, Heard heard)
    {
        if (scope.Turn.CustomerId is null && scope.Case.TypedNumber is not null)
        {
            scope.Proof = heard.Understood.Entities.Phone.Plain ?? (scope.State.Asked?.Asks == Asks.Contact && heard.Text.Length is > 0 and <= 64 ? heard.Text : null);
        }
    }

    /// <summary>Shops number their orders in many ways: what stands alone where a number was asked for is one.</summary>
    private static bool LooksLikeNumber(string text) =>
        text.Length is >= 4 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') && text.Any(char.IsAsciiDigit);

    private static CaseFile WithoutOrder(CaseFile file) => file with
    {
        Facts = null,
        TypedNumber = null,
        Twins = [],
        Kept = null,
        Rest = [],
        Confirmation = null,
        Decision = null,
        HeldUntil = null,
        HoldTold = false,
        Impossible = [],
        RefusedAtOnce = false,
    };

    private static void TakeWanted(TurnScope scope, Heard heard)
    {
        var named = heard.Understood.Entities;
        var asked = scope.State.Asked?.Asks;
        var wanted = scope.Case.Wanted;
        var correcting = scope.Case.State is CaseState.Confirming && heard.Understood.Intent is Intent.Correction or Intent.Answer;
        // The right value, told where change or cancel was asked, is a change.
        var volunteered = asked == Asks.Remedy && scope.Case is { Problem: { } problem, Order: { } order } ? WantedFields.FieldOf(problem, order) : null;
        wanted = Take(wanted, Asks.Account, named.Account);
        wanted = Take(wanted, Asks.Phone, named.Phone);
        wanted = Take(wanted, Asks.Region, named.Region);
        wanted = Take(wanted, Asks.Product, named.Product);
        if (Value(Asks.Amount, named.Amount) is { } amount)
        {
            wanted = wanted with { Denomination = amount };
        }
        else if (asked == Asks.Amount && heard.Understood.Intent == Intent.Answer && heard.Text.Length is > 0 and <= 24 && wanted == scope.Case.Wanted)
        {
            wanted = wanted with { Denomination = heard.Text };
        }

        // A phone number may be an account, and a number an order's other field: what was asked for decides.
        if (asked == Asks.Account && wanted.Account == scope.Case.Wanted.Account && named.Phone.Plain is { } phone)
        {
            wanted = wanted with { Account = phone };
        }
        else if (asked == Asks.Phone && wanted.Phone == scope.Case.Wanted.Phone && named.Account.Plain is { } account)
        {
            wanted = wanted with { Phone = account };
        }

        if (wanted != scope.Case.Wanted)
        {
            Recount(scope, wanted);
            scope.Case = scope.Case with { Wanted = wanted, Remedy = scope.Case.Remedy ?? (IsChange(named) || volunteered is not null ? Remedy.Modify : null) };
        }

        OrderChanges Take(OrderChanges into, Asks field, Named value) => Value(field, value) is { } to ? WantedFields.With(into, field, to) : into;

        string? Value(Asks field, Named value) => value.To ?? (asked == field || volunteered == field || (correcting && IsOpen(scope.Case, field)) ? value.Plain : null);
    }

    /// <summary>A value told anew in place of another one is a correction; a second one asks for calm and a look (H2).</summary>
    private static void Recount(TurnScope scope, OrderChanges wanted)
    {
        var before = scope.Case.Wanted;
        if (CorrectionFields.Any(field => WantedFields.ValueOf(before, field) is { } told && WantedFields.ValueOf(wanted, field) != told))
        {
            scope.Case = scope.Case with { Corrections = scope.Case.Corrections + 1 };
            if (scope.Case.Corrections >= CalmFrom)
            {
                scope.Say("note.calm", ["H2"]);
            }
        }
    }

    private static bool IsOpen(CaseFile file, Asks field) => WantedFields.ValueOf(file.Wanted, field) is not null;

    private static bool IsChange(Entities named) =>
        named.Account.To is not null || named.Phone.To is not null || named.Region.To is not null || named.Product.To is not null || named.Amount.To is not null;
}
