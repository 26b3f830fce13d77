using System.Text.RegularExpressions;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// Threats to hunt somebody down, to expose or to hurt them: answered calmly, with what it could cost the customer and with what helps (rules H4, L1).
/// Nobody is turned away for it.
/// </summary>
internal static partial class ThreatTalk
{
    /// <summary>Answers it; false when nothing of the kind was said.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option is not null || !Threat().IsMatch(heard.Text) || heard.Understood.Problem is not null)
        {
            return false;
        }

        if (scope.State.Asked is null)
        {
            scope.Tell("answer.threat", ["H4", "L1"], [Buttons.Human]);
        }
        else
        {
            scope.Say("answer.threat", ["H4", "L1"]);
        }

        return true;
    }

    [GeneratedRegex(
        "人肉(他|她|对方|你)|(曝光|挂网上|挂出来|发网上|爆出来)[^，。！？\n]{0,6}(他|她|对方|个人信息|电话|住址)|(把|将)?(他|她|对方)(的)?[^，。！？\n]{0,6}(曝光|挂(到)?网上|发到?网上)|(弄死|砍死|打死|杀了|宰了|找人收拾|上门(找|堵|收拾|打)|堵(他|她|你们)|砸(了)?(你们|他)?[^，。！？\n]{0,3}店)|\\b((kill|hurt|beat up|hunt down|dox+|expose) (him|her|them|you|that (guy|person))|hunt (him|her|them|you) down)\\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Threat();
}
