using System.Globalization;
using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;

namespace CardShop.Dialogs.Turns;

/// <summary>Takes in the files that a message brings, and says what they were taken for (rules E1 to E5).</summary>
internal static class EvidenceIntake
{
    /// <summary>Takes them in, whatever was asked: what perishes is never sent back to be sent again (E5).</summary>
    public static void Take(TurnScope scope, IReadOnlyList<ArrivedFile> files)
    {
        foreach (var cause in files.OfType<RefusedFile>().Select(file => file.Cause).Distinct())
        {
            scope.Say("evidence.refused." + Snake(cause), ["E4"]);
        }

        var pieces = files.OfType<AcceptedFile>().Select(file => file.Piece).ToList();
        if (pieces.Count == 0)
        {
            return;
        }

        if (scope.OpenCase is null)
        {
            scope.State = scope.State with { UnclaimedEvidence = [.. scope.State.UnclaimedEvidence, .. pieces] };
            scope.Say("evidence.kept", ["E5"], ("count", Count(pieces)));
            return;
        }

        if (Add(scope, pieces) is { Count: > 0 } added)
        {
            var links = added.Select(evidence => evidence.Link).Distinct();
            scope.Say("evidence.received", ["E1", "E2", "E3"], ("count", Count(added)), ("link", Named(scope, links)), ("number", scope.Case.Number));
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
        string[] corrections = scope.Case.Evidence.Count > 0 ? [Buttons.OtherEvidence, Buttons.WithdrawEvidence] : [];
        var missing = EvidenceChain.Missing(scope.Case, IsSignedIn(scope));
        scope.AskFiles(
            missing.Count > 0 ? "evidence.missing" : "evidence.complete", ["E4", "R2"], [.. corrections, Buttons.Human],
            ("missing", Named(scope, missing)), ("number", scope.Case.Number));
    }

    /// <summary>The last piece was taken for something that it is not (H2).</summary>
    public static void TakeForAnother(TurnScope scope)
    {
        if (scope.Case.Evidence.Count > 0)
        {
            scope.Case = EvidenceChain.WithLastAsAnother(scope.Case, IsSignedIn(scope));
            scope.Say("evidence.relabelled", ["H2"], ("link", Named(scope, [scope.Case.Evidence[^1].Link])));
        }

        Checklist(scope);
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

        Checklist(scope);
    }

    /// <summary>Adds the pieces that the case does not have yet.</summary>
    private static List<CaseEvidence> Add(TurnScope scope, IReadOnlyList<EvidencePiece> pieces)
    {
        var before = scope.Case.Evidence.Count;
        scope.Case = EvidenceChain.With(scope.Case, pieces, IsSignedIn(scope));
        var added = scope.Case.Evidence.Skip(before).ToList();
        foreach (var evidence in added)
        {
            scope.Note(new EvidenceReceived(evidence.Piece.Id, evidence.Link, evidence.Piece.SeenElsewhere));
        }

        return added;
    }

    private static bool IsSignedIn(TurnScope scope) => scope.Turn.CustomerId is not null;

    private static string Named(TurnScope scope, IEnumerable<EvidenceLink> links) =>
        string.Join(scope.Text("format.and"), links.Select(link => scope.Text("evidence.link." + Snake(link))));

    private static string Count<T>(List<T> pieces) => pieces.Count.ToString(CultureInfo.InvariantCulture);

    private static string Snake<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
