namespace CardShop.Bot.Evidence;

/// <summary>The consent to an identity document being looked at (rule E6), given apart from everything else.</summary>
internal static class IdentityConsent
{
    /// <summary>
    /// Names the wording that customers have before them (<c>identity.*</c> in <c>upload-texts.json</c>). It goes on record with each consent, so that whoever changes the
    /// wording gives it a new name.
    /// </summary>
    public const string Wording = "2026-11";

    /// <summary>The field of the form that carries the consent.</summary>
    public const string Field = "consent";

    /// <summary>What stands in it when the customer has agreed.</summary>
    public const string Given = "given";
}
