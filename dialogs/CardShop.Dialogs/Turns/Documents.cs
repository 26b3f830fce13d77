using CardShop.Dialogs.Replies;

namespace CardShop.Dialogs.Turns;

/// <summary>Hands a case's documents to its customer (rule L4): whoever writes in this conversation has shown whose case it is.</summary>
internal static class Documents
{
    /// <summary>Whether there is anything to hand over: a case with an order.</summary>
    public static bool AreThere(TurnScope scope) => scope.State.Case?.Order is not null;

    /// <summary>Hands over all there is.</summary>
    public static void HandOver(TurnScope scope)
    {
        if (!AreThere(scope))
        {
            scope.Say("documents.none", ["L4"]);
            return;
        }

        scope.Hand("documents.here", ["L4"], [CaseDocument.Bundle, .. scope.Case.Filing is null ? Array.Empty<CaseDocument>() : [CaseDocument.Application]], ("number", scope.Case.Number));
    }
}
