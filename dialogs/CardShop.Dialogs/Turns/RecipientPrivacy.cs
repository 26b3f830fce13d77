using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Turns;

/// <summary>Neither side learns from the shop who the other is (rule L1): whoever asks is told so, and how a court can learn it.</summary>
internal static partial class RecipientPrivacy
{
    /// <summary>Answers it; false when something else was said, or the case has no recipient.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (!IsAsked(scope, heard))
        {
            return false;
        }

        scope.Say("recipient.not_revealed", ["L1"]);
        return true;
    }

    /// <summary>Whether it is asked, and nothing else was told for sure: a number that is "his" may sound like another mistake.</summary>
    public static bool IsLikelyAsked(TurnScope scope, Heard heard) => !heard.Understood.Sure && IsAsked(scope, heard);

    private static bool IsAsked(TurnScope scope, Heard heard) =>
        heard.Option is null && HasRecipient(scope.State.Case) && Question().IsMatch(heard.Text) && !Person().IsMatch(heard.Text);

    /// <summary>By the record, or by the customer's word (D10).</summary>
    private static bool HasRecipient(CaseFile? file) => file is { Decision.Path: CasePath.ThirdParty } or { OwnerSaid: Shop.TargetOwner.Stranger };

    /// <summary>Whoever asks for a person in the same breath gets one (H3).</summary>
    [GeneratedRegex(@"人工|客服|真人|\b(human|agent|(a|real) person)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Person();

    [GeneratedRegex(
        "(对方|他|她|那个?人|收款人|收款方|号主|机主)的?[^，。！？\n]{0,4}(是谁|叫什么|名字|姓名|电话|手机号|联系方式|住址|地址|微信|身份|信息|资料)|(号|号码|账号|账户)(到底)?是谁的|(对方|他|她|收款人|收款方|号主|机主)的?(QQ|号码|账号)[^，。！？\n]{0,3}(给|告诉|发)我|(钱|话费|点券|Q币)[^，。！？\n]{0,6}(给谁了|谁拿了|谁收)|谁(收到|拿到|收了|拿了)|((告诉|查)(一?下)?我?|(给|发)(一?下)?我)[^，。！？\n]{0,4}(对方|他|她|收款人|收款方|号主|机主)的?(QQ|qq|号码|账号)|(who (got|has|received|took) (my|it|the)|whose (account|number|phone))|(who is|who's|name of|number of|contact (of|for)|address of) (he|she|they|the (recipient|other (person|side|party)|account (holder|owner)))|(his|her|their) (name|phone|number|contact|address)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
