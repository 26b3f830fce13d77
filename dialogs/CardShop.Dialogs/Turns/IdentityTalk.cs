using System.Globalization;
using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;

namespace CardShop.Dialogs.Turns;

/// <summary>A guest shows who they are by a code that the shop sends to the order's registered phone (rule E3). The code is checked by the shop and kept by nobody.</summary>
internal static partial class IdentityTalk
{
    /// <summary>A phone that several codes went to in vain belongs to somebody else: a person sees to it then.</summary>
    private const int MostCodes = 3;

    /// <summary>The button, where a code would help; else, as the last resort, the one for a document.</summary>
    public static IEnumerable<string> Offers(TurnScope scope) =>
        IsWanted(scope) && (scope.Case.Identity?.CodesAsked ?? 0) < MostCodes ? [Buttons.IdentityCode] : IdentityDocuments.Offers(scope);

    /// <summary>Sends for a code, has one checked, or leads to the page for a document; false for anything else.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (IdentityDocuments.Hear(scope, heard))
        {
            return true;
        }

        if (heard.Option == Buttons.IdentityCode)
        {
            Send(scope);
            return true;
        }

        if (heard.Option is not null || scope.Case.Identity is not { AwaitsCode: true } || !IsWanted(scope) || Code().Match(heard.Text) is not { Success: true } code)
        {
            return false;
        }

        Check(scope, string.Concat(code.Groups["code"].Value.Where(char.IsAsciiDigit)));
        return true;
    }

    private static void Send(TurnScope scope)
    {
        if (!IsWanted(scope))
        {
            CustomerTurn.Continue(scope);
            return;
        }

        var proof = scope.Case.Identity ?? new IdentityProof();
        if (proof.CodesAsked >= MostCodes)
        {
            scope.Say("identity.enough", ["E3", "H3"]);
            CustomerTurn.AfterEvidence(scope);
            return;
        }

        proof = proof with { CodesAsked = proof.CodesAsked + 1 };
        var answer = scope.Ask(new SendIdentityCode(scope.Case.Order!.OrderNo, scope.Case.Number, Attempt(scope, "code", proof.CodesAsked)));
        switch (answer)
        {
            case null:
                return;
            case IdentityCodeAnswer { Sent: var sent }:
                scope.Case = scope.Case with { Identity = proof with { AwaitsCode = true } };
                scope.Say("identity.sent", ["E3"], ("phone", sent.SentTo), ("minutes", Names.Count(Math.Max(1, sent.ExpiresInSeconds / 60))));
                return;
            case ThrottledAnswer throttled:
                scope.Say("identity.throttled", ["E3", "H3"], ("minutes", Math.Ceiling(throttled.RetryAfter.TotalMinutes).ToString(CultureInfo.InvariantCulture)));
                return;
            case UnsupportedAnswer or NotFoundAnswer:
                scope.Case = scope.Case with { Identity = proof with { CodesAsked = MostCodes, AwaitsCode = false } };
                scope.Say("identity.no_phone", ["E3", "H3"]);
                CustomerTurn.AfterEvidence(scope);
                return;
            default:
                scope.Case = scope.Case with { Identity = proof with { AwaitsCode = true } };
                scope.Say("identity.unsure", ["E3", "H4"]);
                return;
        }
    }

    private static void Check(TurnScope scope, string code)
    {
        var proof = scope.Case.Identity! with { Tries = scope.Case.Identity!.Tries + 1 };
        var answer = scope.Ask(new CheckIdentityCode(scope.Case.Order!.OrderNo, scope.Case.Number, Attempt(scope, "try", proof.Tries), code));
        switch (answer)
        {
            case null:
                return;
            case IdentityVerdictAnswer { Verdict.Result: IdentityResult.Proven }:
                scope.Case = scope.Case with { Identity = proof with { AwaitsCode = false, IsProven = true }, WantedPiece = scope.Case.WantedPiece == EvidenceLink.Identity ? null : scope.Case.WantedPiece };
                scope.Case = scope.Case with { EvidenceClosed = scope.Case.EvidenceClosed || EvidenceChain.Missing(scope.Case, isSignedIn: false).Count == 0 };
                scope.Note(new IdentityProven());
                scope.Say("identity.proven", ["E3"]);
                CustomerTurn.AfterEvidence(scope);
                return;
            case IdentityVerdictAnswer { Verdict: { Result: IdentityResult.Wrong, TriesLeft: var left } }:
                scope.Case = scope.Case with { Identity = proof };
                scope.Say("identity.wrong", ["E3", "H2"], ("left", Names.Count(left)));
                return;
            case IdentityVerdictAnswer { Verdict.Result: var result }:
                scope.Case = scope.Case with { Identity = proof with { AwaitsCode = false } };
                scope.Say(result == IdentityResult.UsedUp ? "identity.used_up" : "identity.expired", ["E3", "H3"]);
                CustomerTurn.AfterEvidence(scope);
                return;
            default:
                // The same try is asked about again: a silent shop costs none.
                scope.Say("identity.not_checked", ["E3", "H4"]);
                return;
        }
    }

    private static bool IsWanted(TurnScope scope) => scope.Turn.CustomerId is null && scope.Case is { Order: not null, State: CaseState.AwaitingReview or CaseState.AwaitingRecipient or CaseState.UnderReview }
        && EvidenceChain.Missing(scope.Case, isSignedIn: false).Contains(EvidenceLink.Identity);

    private static string Attempt(TurnScope scope, string what, int count) => string.Create(CultureInfo.InvariantCulture, $"{scope.Case.Number}.{what}.{count}");

    /// <summary>The code alone, or with the word for it.</summary>
    [GeneratedRegex(@"^\s*(?:验证码|驗證碼|code)?\s*(?:是|is|:|：)?\s*(?<code>[0-9]{3}[ -]?[0-9]{3})\s*[。.]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
