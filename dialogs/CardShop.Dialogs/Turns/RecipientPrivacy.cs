using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>Neither side learns from the shop who the other is (rule L1): whoever asks is told so, and how a court can learn it.</summary>
internal static partial class RecipientPrivacy
{
    /// <summary>Answers it; false when something else was said, or the case has no recipient.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option is not null || scope.State.Case is not { Decision.Path: CasePath.ThirdParty } || !Question().IsMatch(heard.Text))
        {
            return false;
        }

        scope.Say("recipient.not_revealed", ["L1"]);
        return true;
    }

    [GeneratedRegex(
        "(对方|他|她|那个?人|收款人|号主|机主)的?[^，。！？\n]{0,4}(是谁|叫什么|名字|姓名|电话|手机号|联系方式|住址|地址|微信|身份)|(who is|who's|name of|number of|contact (of|for)|address of) (he|she|they|the (recipient|other (person|side|party)|account (holder|owner)))|(his|her|their) (name|phone|number|contact|address)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
