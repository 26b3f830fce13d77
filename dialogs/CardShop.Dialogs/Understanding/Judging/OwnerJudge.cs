using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Whose account the customer says it was (rule T4).</summary>
internal static class OwnerJudge
{
    /// <summary>The owner; null when nothing was said of it. An account that does not exist belongs to nobody, whatever else is said.</summary>
    public static TargetOwner? Said(Findings found)
    {
        if (found.Asked != Asks.Owner)
            return IsStrangers(found) ? TargetOwner.Stranger : null;
        if (found.Shows(Sign.OwnerInvalid))
            return TargetOwner.Invalid;
        if (found.Shows(Sign.OwnerStranger))
            return TargetOwner.Stranger;
        if (found.Shows(Sign.OwnerSelf))
            return TargetOwner.Self;
        return found.Shows(Sign.OwnerUnknown) ? TargetOwner.Unknown : null;
    }

    /// <summary>充到别人号上了: told along with the problem itself.</summary>
    private static bool IsStrangers(Findings found)
    {
        var wrongTargets = found.Hits.Where(hit => !hit.Cue.Weak && hit.Cue.Sign is Sign.WrongAccount or Sign.WrongPhone).ToList();
        return found.Hits.Any(hit => hit.Cue.Sign == Sign.OwnerStranger && wrongTargets.Exists(wrong => wrong.Start <= hit.Start && hit.End <= wrong.End + 1));
    }
}
