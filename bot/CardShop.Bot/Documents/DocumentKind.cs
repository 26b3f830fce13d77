namespace CardShop.Bot.Documents;

/// <summary>What a link to documents gives.</summary>
internal enum DocumentKind
{
    /// <summary>The order modification application (订单修改申请书, rule R2) as a DOCX.</summary>
    Application,

    /// <summary>Everything of the case in one ZIP (rule L4).</summary>
    Bundle,
}
