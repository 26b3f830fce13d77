using System.Text.RegularExpressions;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// An order that a child has placed (未成年人) is the guardian's to talk about, and the shop's duty is another one (民法典 19, 20, 144, 145). It is noticed
/// in any state, told once, and holds nothing up: what can be cancelled at once still is.
/// </summary>
internal static partial class Minors
{
    /// <summary>Tells it, once a case, where a child's order is told of.</summary>
    public static void Notice(TurnScope scope, Heard heard)
    {
        if (heard.Option is null && scope.OpenCase is { IsMinor: false } && Tells(heard.Text))
        {
            scope.Case = scope.Case with { IsMinor = true };
            scope.Note(new Cases.MinorTold());
            scope.Say("answer.minor", ["T1", "L3"]);
        }
    }

    /// <summary>Whether words tell that a child has ordered. That something was bought for a child is another matter, and so is how to keep one from it (V1).</summary>
    public static bool Tells(string text) => (Chinese().IsMatch(text) || English().IsMatch(text)) && !Preventing().IsMatch(text);

    [GeneratedRegex(@"防止|避免|杜绝|[不别]让|怎么才能不|\b(prevent|avoid|keep my|stop my)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preventing();

    [GeneratedRegex(
        "未成年(?!人?保护|模式)|(孩子|小孩|娃|儿子|女儿|小朋友|弟弟|妹妹|侄子|外甥)[^，。！？\n]{0,8}(自己|偷偷|偷着|乱|瞒着|背着|拿我|用我|趁我)[^，。！？\n]{0,12}(充|买|下单|点|花|付|刷)|(?<![给帮替为][^，。！？\n]{0,4})(孩子|小孩|娃|儿子|女儿|小朋友)[^，。！？\n]{0,2}(充|买|花|下单|付)(了|的|完)|我(今年|才|只有)?(9|1[0-7]|[八九]|十[一二三四五六七]?)岁",
        RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    [GeneratedRegex(
        @"\b(my|our) (\w+ )?(kid|child|son|daughter|little brother|little sister|nephew|niece|\d{1,2}[- ]year[- ]old)( \w+){0,4} (bought|ordered|topped up|purchased|charged|spent|used my|took my|got hold)|\bi'?m (only )?(9|1[0-7])( years old| yo)?\b|\bunder 18\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();
}
