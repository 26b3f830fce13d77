namespace CardShop.Dialogs.Legal;

/// <summary>What is known of a case, as far as the law asks for it. Without anything: goods with a stranger who has not been asked yet.</summary>
public sealed record LegalSituation
{
    /// <summary>What the recipient (收款方) has said.</summary>
    public RecipientStance Recipient { get; init; }

    /// <summary>Whether the shop has passed on what it could, in vain (rule L1): that way is not pointed to again.</summary>
    public bool CoordinationIsOver { get; init; }

    /// <summary>On which day the customer learned who the recipient is; null while the name is not known.</summary>
    public DateOnly? RecipientKnownSince { get; init; }

    /// <summary>Whether it was phone credit (话费).</summary>
    public bool IsPhoneCredit { get; init; }

    /// <summary>Whether a child under 18 ordered.</summary>
    public bool IsMinor { get; init; }

    /// <summary>Whether the customer was tricked (rule T10).</summary>
    public bool IsFraud { get; init; }

    internal bool Meets(LegalCondition? condition) => condition switch
    {
        null => true,
        LegalCondition.PhoneCredit => IsPhoneCredit,
        LegalCondition.Minor => IsMinor,
        _ => RecipientKnownSince is null,
    };
}

/// <summary>What the recipient has said so far (rules L1, L2).</summary>
public enum RecipientStance
{
    /// <summary>Nobody has asked them yet.</summary>
    NotAsked,

    /// <summary>Asked, and not answered yet or not in time.</summary>
    Asked,

    /// <summary>Asked, and unwilling.</summary>
    Refused,

    /// <summary>Says that they did not know, and that it is used up (民法典 986).</summary>
    UsedUp,
}
