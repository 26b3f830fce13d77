namespace CardShop.Dialogs.Legal;

/// <summary>Which topic a question of law asks for, by the words that only it is asked with.</summary>
internal static class LegalTopicWords
{
    /// <summary>The more particular a topic is, the earlier it stands.</summary>
    private static readonly (LegalTopic Topic, string[] Words)[] All =
    [
        (LegalTopic.Minors, ["未成年", "小孩", "孩子", "儿子", "女儿", "minor", "my kid", "child", "my son", "my daughter"]),
        (LegalTopic.Fees, ["诉讼费", "受理费", "费用", "律师费", "要花多少", "花多少钱", "要多少钱", "收多少钱", "划算", "划得来", "值不值", "court fee", "fees", "cost", "how much to sue", "worth it", "worth suing"]),
        (LegalTopic.Limitation, ["时效", "几年", "期限", "过期", "来得及", "limitation", "time limit", "too late", "how many years"]),
        (LegalTopic.OtherSide, ["对方是谁", "对方信息", "对方身份", "不知道对方", "不认识", "名字", "被告", "who is the other", "don't know who", "defendant"]),
        (LegalTopic.Where, ["哪个法院", "哪里起诉", "去哪起诉", "去哪告", "在哪告", "怎么起诉", "怎么立案", "立案", "管辖", "which court", "where do i sue", "where to sue", "how do i sue", "file a suit", "file a case"]),
        (LegalTopic.Alternatives, ["调解", "小额诉讼", "小额", "支付令", "不打官司", "mediat", "small claims", "payment order", "without going to court"]),
        (LegalTopic.Channels, ["12315", "12300", "12321", "工信部", "消协", "消费者协会", "投诉", "举报", "complain to", "file a complaint", "regulator"]),
        (LegalTopic.DoNot, ["侵占", "曝光", "人肉", "骚扰", "威胁", "offence", "crime", "expose"]),
        (LegalTopic.Evidence, ["证据", "留什么", "保留什么", "evidence", "proof", "what should i keep"]),
        (LegalTopic.Shop, ["店铺的责任", "店铺责任", "平台责任", "你们的责任", "你们有责任", "重大误解", "shop liable", "your liability", "liable"]),
        (LegalTopic.Claim, ["不当得利", "法律依据", "哪条法律", "民法典", "unjust enrichment", "legal basis", "which law"]),
    ];

    /// <summary>The topic; null when the question is a general one.</summary>
    public static LegalTopic? TopicOf(string text)
    {
        foreach (var (topic, words) in All)
        {
            if (Array.Exists(words, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return topic;
            }
        }

        return null;
    }
}
