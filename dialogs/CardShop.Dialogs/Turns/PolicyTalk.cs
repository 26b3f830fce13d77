using System.Globalization;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Questions about the rules in general, answered at any time by topic or by rule number, with the shop's own figures (RULEBOOK.md).</summary>
internal static partial class PolicyTalk
{
    /// <summary>Answers a question about the rules; false when none was asked.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option is not null)
        {
            return false;
        }

        if (heard.Understood.Problem is null && RuleAsked().Match(heard.Text) is { Success: true } asked)
        {
            return TellRule(scope, asked.Groups["rule"].Value.ToUpperInvariant());
        }

        if (heard.Understood.Intent != Intent.PolicyQuestion && !AsksForRules(heard) && !AsksWhileReadBack(scope, heard) && !AsksAboutChildren(heard))
        {
            return false;
        }

        Tell(scope, RuleTopic.Of(heard.Text));
        return true;
    }

    /// <summary>Who says "rule" and asks means the rules, whatever question was open.</summary>
    private static bool AsksForRules(Heard heard) => heard.Understood is { Problem: null, Intent: not (Intent.FraudReport or Intent.AskHuman) } && RulesAsked().IsMatch(heard.Text);

    /// <summary>A question about a rule, asked while a read-back is open, may sound like another wish (看过的卡密还能退吗): it changes nothing of what was read back.</summary>
    private static bool AsksWhileReadBack(TurnScope scope, Heard heard) =>
        scope.OpenCase is { State: CaseState.Confirming } && heard.Understood is { Intent: Intent.Correction or Intent.Answer, Problem: null }
        && Question().IsMatch(heard.Text) && RuleTopic.Of(heard.Text) is { IsParticular: true };

    /// <summary>How to keep a child from ordering is another question than how not to mistype.</summary>
    private static bool AsksAboutChildren(Heard heard) => heard.Understood.Intent == Intent.PreventionAdvice && RuleTopic.Of(heard.Text) is { Name: "children" };

    private static bool TellRule(TurnScope scope, string rule)
    {
        if (rule == "L3")
        {
            LegalTalk.TellBrief(scope);
            return true;
        }

        if (RuleTopic.OfRule(rule) is not { } topic)
        {
            return false;
        }

        Tell(scope, topic);
        return true;
    }

    private static void Tell(TurnScope scope, RuleTopic? topic)
    {
        var settings = scope.Settings;
        scope.Say(
            "rule." + (topic?.Name ?? "general"), topic?.Rules ?? ["P1", "P2", "R3"],
            ("window", Count(settings.Window.TotalMinutes)),
            ("fewest", Names.Count(settings.ReviewDays.Fewest)),
            ("most", Names.Count(settings.ReviewDays.Most)),
            ("limit", Names.Count(settings.MaxChanges)),
            ("hours", Count(settings.ChangePeriod.TotalHours)),
            ("days", Count(settings.RecipientWait.TotalDays)),
            ("usual", Count(settings.UsualDelivery.TotalMinutes)));
    }

    private static string Count(double number) => Math.Round(number).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[吗嘛么][?？。～~]*\s*$|[?？]\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(
        @"(?:规则|規則|规定|規定|政策).{0,6}(?:什么|什麼|啥|怎么|怎麼|咋|如何|吗|嗎|呢)|(?:什么|什麼|啥|哪些).{0,4}(?:规则|規則|规定|規定|政策)|\b(?:what|how|explain|tell me)\b.{0,30}\b(?:rules?|policy|policies)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RulesAsked();

    /// <summary>A rule by its number: 规则P10, "what is rule G3", or the number alone.</summary>
    [GeneratedRegex(@"(?:规则|規則|第|rule)\s*(?<rule>[TEPGRLHVD]\d{1,2})(?![0-9A-Za-z])|^\s*(?<rule>[TEPGRLHVD]\d{1,2})\s*(?:是什么|什么意思|是啥|[?？])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RuleAsked();
}
