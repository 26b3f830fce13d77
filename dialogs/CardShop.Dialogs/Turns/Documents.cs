using System.Text.RegularExpressions;
using CardShop.Dialogs.Replies;

namespace CardShop.Dialogs.Turns;

/// <summary>Hands a case's documents to its customer (rule L4): whoever writes in this conversation has shown whose case it is.</summary>
internal static partial class Documents
{
    /// <summary>Whether there is anything to hand over: a case with an order.</summary>
    public static bool AreThere(TurnScope scope) => scope.State.Case?.Order is not null;

    /// <summary>Hands the documents over, where the button or words ask for them; false for anything else.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option != Buttons.Documents && (heard.Option is not null || !AreThere(scope) || !Wanted().IsMatch(heard.Text)))
        {
            return false;
        }

        HandOver(scope);
        return true;
    }

    private static void HandOver(TurnScope scope)
    {
        if (!AreThere(scope))
        {
            scope.Say("documents.none", ["L4"]);
            return;
        }

        scope.Hand(
            "documents.here", ["L4"], [CaseDocument.Bundle, .. scope.Case.Filing is null ? Array.Empty<CaseDocument>() : [CaseDocument.Application]], Remaining(scope), ("number", scope.Case.Number));
    }

    /// <summary>What was on offer stays so; while a question is open it comes again with its own buttons.</summary>
    private static IReadOnlyList<Option> Remaining(TurnScope scope) =>
        scope.State.Asked is not null ? [] : Guiding.IsGuided(scope) ? LegalTalk.WaysOn(scope, told: null) : scope.State.Offered;

    [GeneratedRegex(
        @"下载.{0,4}(材料|资料|文书|证据)|(案件|起诉|立案|打官司的?)(材料|资料)|(材料|起诉状|文书).{0,4}(下载|打包|在哪下)|\b(download|get|send me)\b.{0,12}\b(case )?(papers|documents)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wanted();
}
