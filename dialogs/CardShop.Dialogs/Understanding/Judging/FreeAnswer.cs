using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Understanding.Cues;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>Takes the whole message for the name that was asked for, where no list can know all names (a product, a server, a nickname).</summary>
internal static class FreeAnswer
{
    private const int Longest = 24;

    /// <summary>The entities, completed by a name that is in no list.</summary>
    public static Entities Complete(Findings found, Verdict verdict) => Settle(Name(found, verdict), found, verdict);

    /// <summary>
    /// A value that is set right in the talk stands plain: the other one is on no order. So does what is merely said to be right outside a
    /// report (还没到账，账号是123456，对的).
    /// </summary>
    private static Entities Settle(Entities entities, Findings found, Verdict verdict)
    {
        var isOfTalk = found.Asked is not null && (verdict.Intent == Intent.Correction || (verdict.Intent == Intent.Answer && found.Reply == Reply.OpensWithNo));
        if (!isOfTalk && (found.Asked is not null || verdict.Intent == Intent.ReportError))
            return entities;
        return entities with
        {
            Phone = Plain(entities.Phone, isOfTalk),
            Account = Plain(entities.Account, isOfTalk),
            Region = Plain(entities.Region, isOfTalk),
            Product = Plain(entities.Product, isOfTalk),
            Amount = Plain(entities.Amount, isOfTalk),
        };
    }

    private static Named Plain(Named named, bool isOfTalk) =>
        named.To is { } wanted && isOfTalk == named.From is not null ? new Named(wanted, null, null) : named;

    private static Entities Name(Findings found, Verdict verdict)
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
