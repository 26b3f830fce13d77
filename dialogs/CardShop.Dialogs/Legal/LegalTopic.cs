namespace CardShop.Dialogs.Legal;

/// <summary>What a legal statement is about. The title of each is the text <c>legal.topic.…</c>.</summary>
public enum LegalTopic
{
    /// <summary>Whether it can be claimed back: unjust enrichment (不当得利).</summary>
    Claim,

    /// <summary>Until when (诉讼时效).</summary>
    Limitation,

    /// <summary>Mediation (人民调解), small claims (小额诉讼), payment order (支付令).</summary>
    Alternatives,

    /// <summary>At which court, and how (管辖、立案).</summary>
    Where,

    /// <summary>What is needed to name the defendant (明确的被告).</summary>
    OtherSide,

    /// <summary>What it costs (诉讼费).</summary>
    Fees,

    /// <summary>What to keep (证据).</summary>
    Evidence,

    /// <summary>Between the customer and the shop or the payment provider.</summary>
    Shop,

    /// <summary>Whom to turn to, and when each fits (投诉渠道).</summary>
    Channels,

    /// <summary>What not to do.</summary>
    DoNot,

    /// <summary>Orders by children (未成年人).</summary>
    Minors,
}

/// <summary>A situation in which alone a statement is told.</summary>
public enum LegalCondition
{
    /// <summary>It was phone credit (话费).</summary>
    PhoneCredit,

    /// <summary>A child ordered.</summary>
    Minor,

    /// <summary>Nobody can yet say who the other side is.</summary>
    OtherSideUnknown,
}
