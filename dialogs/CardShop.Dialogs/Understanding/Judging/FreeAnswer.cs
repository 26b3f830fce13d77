using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Takes the whole message for the name that was asked for, where no list can know all names (a product, a server, a nickname).</summary>
internal static class FreeAnswer
{
    private const int Longest = 24;

    /// <summary>The entities, completed by a name that is in no list.</summary>
    public static Entities Complete(Findings found, Verdict verdict)
    {
        var isName = verdict is { Intent: Intent.Answer, Strength: Strength.Faint } && !found.NamesWhatWasAsked && found.Hits.All(hit => hit.Cue.Sign is >= Sign.OwnerSelf and <= Sign.OwnerUnknown)
            && !found.Text.HasQuestionMark && found.Core.Length is > 0 and <= Longest;
        return (isName, found.Asked) switch
        {
            (true, Asks.Region) => found.Entities with { Region = new Named(found.Core, null, null) },
            (true, Asks.Product) => found.Entities with { Product = new Named(found.Core, null, null) },
            (true, Asks.Account) => found.Entities with { Account = new Named(found.Core, null, null) },
            _ => found.Entities,
        };
    }
}
