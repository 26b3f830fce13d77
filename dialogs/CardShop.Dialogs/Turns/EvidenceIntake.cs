using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;

namespace CardShop.Dialogs.Turns;

/// <summary>Takes in the files that a message brings, and says what they were taken for (rules E1 to E5).</summary>
internal static class EvidenceIntake
{
    /// <summary>Takes them in, whatever was asked: what perishes is never sent back to be sent again (E5). After a case has ended they belong to the one that their words open.</summary>
    public static void Take(TurnScope scope, IReadOnlyList<ArrivedFile> files, bool opensCase = false)
    {
        foreach (var cause in files.OfType<RefusedFile>().Select(file => file.Cause).Distinct())
        {
            scope.Say("evidence.refused." + Names.Snake(cause), ["E4"]);
        }

        var pieces = IdentityDocuments.Sift(scope, files).OfType<AcceptedFile>().Select(file => file.Piece).ToList();
        if (pieces.Count == 0)
        {
            return;
        }

        Reopening.TryReopen(scope);
        if (scope.OpenCase is null && (opensCase || !Guiding.IsGuided(scope)))
        {
            scope.State = scope.State with { UnclaimedEvidence = [.. scope.State.UnclaimedEvidence, .. pieces] };
            scope.Say("evidence.kept", ["E5"], ("count", Names.Count(pieces.Count)));
            return;
        }

        if (Add(scope, pieces) is { Count: > 0 } added)
        {
            var links = added.Select(evidence => evidence.Link).Distinct();
            scope.Say("evidence.received", ["E1", "E2", "E3"], ("count", Names.Count(added.Count)), ("link", Named(scope, links)), ("number", scope.Case.Number));
        }
    }

    /// <summary>Gives what was sent before there was a case to the case that has just been opened.</summary>
    public static void Claim(TurnScope scope)
    {
        if (scope.State.UnclaimedEvidence is { Count: > 0 } pieces)
        {
            Add(scope, pieces);
            scope.State = scope.State with { UnclaimedEvidence = [] };
        }
    }

    /// <summary>Says which link is missing and why it matters, before anybody decides (E4); or that none is.</summary>
    public static void Checklist(TurnScope scope)
    {
        string[] corrections = scope.Case.Evidence switch
        {
            [] or [.., { Piece.Purpose: EvidencePurpose.Identity }] => [],
            _ => [Buttons.OtherEvidence, Buttons.WithdrawEvidence],
        };
        var missing = EvidenceChain.Missing(scope.Case, IsSignedIn(scope));
        var files = scope.Case.State == CaseState.AwaitingReview;
        scope.AskFiles(
            missing.Count == 0 ? files ? "evidence.complete_review" : "evidence.complete" : files ? "evidence.missing_review" : "evidence.missing", ["E4", "R2"],
            [.. files ? [Buttons.GoOn] : Array.Empty<string>(), .. corrections, .. OwnerTalk.Buttons(scope), .. IdentityTalk.Offers(scope), Buttons.Human],
            ("missing", Named(scope, missing)), ("number", scope.Case.Number));
    }

    /// <summary>The last piece was taken for something that it is not (H2).</summary>
    public static void TakeForAnother(TurnScope scope)
    {
        if (scope.Case.Evidence is [.., { Piece.Purpose: EvidencePurpose.Proof }])
        {
            scope.Case = EvidenceChain.WithLastAsAnother(scope.Case, IsSignedIn(scope));
            scope.Say("evidence.relabelled", ["H2"], ("link", Named(scope, [scope.Case.Evidence[^1].Link])));
        }

        CustomerTurn.AfterEvidence(scope);
    }

    /// <summary>The customer takes the last piece back: it is deleted.</summary>
    public static void Withdraw(TurnScope scope)
    {
        if (scope.Case.Evidence is [.., var last])
        {
            scope.Case = scope.Case with { Evidence = [.. scope.Case.Evidence.SkipLast(1)] };
            scope.Discard(last.Piece.Id);
            scope.Note(new EvidenceWithdrawn(last.Piece.Id));
            scope.Say("evidence.withdrawn", ["E6"], ("link", Named(scope, [last.Link])));
        }

        CustomerTurn.AfterEvidence(scope);
    }

    /// <summary>Links in words.</summary>
    public static string Named(TurnScope scope, IEnumerable<EvidenceLink> links) =>
        string.Join(scope.Text("format.and"), links.Select(link => scope.Text("evidence.link." + Names.Snake(link))));

    /// <summary>Adds the pieces that the case does not have yet.</summary>
    private static List<CaseEvidence> Add(TurnScope scope, IReadOnlyList<EvidencePiece> pieces)
    {
        var before = scope.Case.Evidence.Count;
        scope.Case = EvidenceChain.With(scope.Case, pieces, IsSignedIn(scope));
        var added = scope.Case.Evidence.Skip(before).ToList();
        if (added.Count > 0)
        {
            // With the named piece, or a whole chain, there is nothing left to wait for.
            scope.Case = scope.Case with { WantedPiece = null, EvidenceClosed = scope.Case.EvidenceClosed || EvidenceChain.Missing(scope.Case, IsSignedIn(scope)).Count == 0 };
        }

        foreach (var evidence in added)
        {
            scope.Note(new EvidenceReceived(evidence.Piece.Id, evidence.Link, evidence.Piece.SeenElsewhere));
        }

        return added;
    }

    private static bool IsSignedIn(TurnScope scope) => scope.Turn.CustomerId is not null;
}
