using System.Text.RegularExpressions;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The check before paying, asked for in the chat (rules V1 to V3, H2): one message tells what is about to be bought, one answer checks it, and the open question comes back.</summary>
internal static partial class PurchaseTalk
{
    /// <summary>Takes a message that asks for the check, or tells what to check; false for any other, which ends the matter.</summary>
    public static bool Hear(TurnScope scope, Heard heard, IUnderstanding understanding)
    {
        var draft = scope.State.Planned;
        scope.State = scope.State with { Planned = null };
        if (heard.Option is not null || heard.IsStale || heard.Text.Length == 0)
        {
            return false;
        }

        var isAsked = IsAsked(heard);
        if (draft is null && !isAsked)
        {
            return false;
        }

        // What was asked before colours nothing here: the answer is to the check's own question.
        var understood = understanding.Understand(heard.Text, null);
        if (!isAsked && IsSomethingElse(understood) && !MayBeAPlan(heard.Text, understood))
        {
            return false;
        }

        var listed = scope.Ask(new ListProducts());
        if (scope.Waits)
        {
            return true;
        }

        var catalogue = (listed as ProductsAnswer)?.Products;
        var planned = PlannedReader.Read(heard.Text, understood.Entities, catalogue, draft ?? new PlannedOrder());
        if (planned.Product is null || planned == draft)
        {
            return isAsked && AskFor(scope);
        }

        IdentityNumbers.Notice(scope, heard);
        Tell(scope, planned, catalogue);
        return true;
    }

    private static bool AskFor(TurnScope scope)
    {
        scope.State = scope.State with { Planned = new PlannedOrder() };
        scope.Say("precheck.ask", ["V1", "V2", "V3"]);
        return true;
    }

    private static void Tell(TurnScope scope, PlannedOrder planned, IReadOnlyList<Product>? catalogue)
    {
        var customer = scope.Turn.CustomerId;
        var recent = customer is null ? null : scope.Ask(new ListOrders(customer));
        var first = OrderCheck.Of(planned, new OrderCheckFacts(scope.Now, catalogue, []), scope.Settings);
        var target = OrderCheck.IsWorthAskingForTarget(first) ? scope.Ask(new CheckTarget(first.Planned.Product!, first.Planned.Target, customer)) : null;
        if (scope.Waits)
        {
            return;
        }

        var facts = new OrderCheckFacts(scope.Now, catalogue, (recent as OrdersAnswer)?.Orders, customer is null, (target as TargetAnswer)?.Check);
        var result = OrderCheck.Of(planned, facts, scope.Settings);
        var words = OrderCheckWords.Of(result, scope.Language);
        scope.Say(
            "precheck.result", ["V1", "V2", "V3", "H2"],
            ("lines", string.Join('\n', words.Lines.Select(line => scope.Text("precheck.line", ("label", line.Label), ("value", line.Value))))),
            ("findings", string.Concat(words.Findings.Select(found => "\n" + scope.Text("precheck.finding", ("words", found))))),
            ("advice", words.Advice));
        if (result.Findings.Any(finding => finding.Weight is FindingWeight.Missing or FindingWeight.Stop))
        {
            // What was told is kept: the next message only mends it.
            scope.State = scope.State with { Planned = result.Planned with { AmountFen = null } };
        }
        else if (scope.State.Asked is not null)
        {
            CustomerTurn.Continue(scope);
        }
    }

    private static bool IsAsked(Heard heard) => heard.Understood is { Problem: null, Intent: not (Intent.FraudReport or Intent.AskHuman or Intent.DeliveryProblem or Intent.StatusQuery) }
        && (heard.Understood.Intent == Intent.PreventionAdvice ? Checking().IsMatch(heard.Text) : Wanted().IsMatch(heard.Text))
        || IsAskedInSoManyWords(heard);

    /// <summary>Goods, a sum and a number sound like an order gone wrong; words of something that has happened would say so.</summary>
    private static bool IsAskedInSoManyWords(Heard heard) =>
        heard.Understood.Intent is not (Intent.FraudReport or Intent.AskHuman) && Wanted().IsMatch(heard.Text) && !HasHappened().IsMatch(heard.Text);

    private static bool IsSomethingElse(Understood said) => said is not { Problem: null, Remedy: null }
        || said.Entities is { OrderNos.Count: > 0 } or { Account.To: not null } or { Phone.To: not null } or { Product.To: not null } or { Amount.To: not null }
        || said.Intent is Intent.FraudReport or Intent.AskHuman or Intent.DeliveryProblem or Intent.CancelFlow or Intent.Complaint or Intent.StatusQuery or Intent.LegalQuestion or Intent.PolicyQuestion;

    /// <summary>Elsewhere whoever names goods and an account tells of an order gone wrong; here they were asked to. Only words of something that has happened say otherwise.</summary>
    private static bool MayBeAPlan(string text, Understood said) => said is { Intent: Intent.ReportError or Intent.DeliveryProblem, Entities.OrderNos.Count: 0 } && !HasHappened().IsMatch(text);

    private const RegexOptions How = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Somebody asks the bot to look at it, in a message that is about prevention anyway.</summary>
    [GeneratedRegex(@"[帮替给].{0,8}(?:核对|核對|检查|檢查|把关|把關|对一遍|對一遍|看一[下眼遍]|过目)|\b(?:check|look (?:it )?over|verify)\b.{0,40}\b(?:for me|before|my)\b|\bcan you (?:check|verify)\b", How)]
    private static partial Regex Checking();

    /// <summary>The same in so many words, whatever the message was taken for.</summary>
    [GeneratedRegex(@"(?:付款|支付|下单|下單|付钱|付錢)之?前.{0,6}[帮替给].{0,8}(?:核对|核對|检查|檢查)|[帮替给].{0,4}核对.{0,6}(?:要买|准备买|想买|要付|要充)|\bcheck\b.{0,30}\bbefore (?:I pay|paying)|\bbefore (?:I pay|paying)\b.{0,30}\bcheck\b", How)]
    private static partial Regex Wanted();

    [GeneratedRegex(
        @"[错錯误誤岔反退撤]|重[复複]|[两兩]次|多[付充买買]|[没沒未]到|取消|不对|不對|改|[刚剛]才|[刚剛][刚剛]|昨|已经|已經|\b(?:wrong|mistake\w*|twice|double|duplicate|refund|cancel|change|already|accident\w*|instead|not arrived|yesterday|just (?:bought|paid|ordered))\b",
        How)]
    private static partial Regex HasHappened();
}
