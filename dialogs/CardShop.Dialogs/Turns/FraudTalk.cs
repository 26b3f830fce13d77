using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>A customer who was tricked (rule T10): 110 at once, no more codes, the order held where it can be, and a person.</summary>
internal static class FraudTalk
{
    /// <summary>Tells it, and acts.</summary>
    public static void Tell(TurnScope scope, Heard heard)
    {
        scope.Say("answer.fraud", ["T10"]);
        if (scope.Case.Facts is null && scope.Case.TypedNumber is null && heard.Understood.Entities.OrderNos is [var number, ..])
        {
            scope.Case = scope.Case with { TypedNumber = number };
        }

        OrderReading.Read(scope);
        if (scope.Waits)
        {
            return;
        }

        if (Holding.TakeAtOnce(scope))
        {
            scope.Say("fraud.held", ["T10"], ("order", scope.Case.Order!.OrderNo));
        }

        PersonDesk.Call(scope, PersonCause.Fraud, "T10");
    }
}
