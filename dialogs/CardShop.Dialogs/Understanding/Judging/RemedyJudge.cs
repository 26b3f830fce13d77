using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>What is to become of the order, when it was said outright.</summary>
internal static class RemedyJudge
{
    /// <summary>The remedy said first; null when none was.</summary>
    public static Remedy? Said(Findings found) =>
        found.Hits.Where(hit => hit.Cue.Sign is Sign.RemedyCancel or Sign.RemedyModify).OrderBy(hit => hit.Start).FirstOrDefault()?.Cue.Sign switch
        {
            Sign.RemedyCancel => Remedy.Cancel,
            Sign.RemedyModify => Remedy.Modify,
            _ => null,
        };
}
