using System.Text.RegularExpressions;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;

namespace CardShop.Dialogs.Turns;

/// <summary>
/// A picture of an identity document, the last resort (rules E3, E6): taken on a consent page of its own and never in the chat, kept while somebody still has to look at it,
/// and no longer.
/// </summary>
internal static partial class IdentityDocuments
{
    /// <summary>The button, where nothing lighter can show who the customer is; with a document there, the one that takes it back.</summary>
    public static IEnumerable<string> Offers(TurnScope scope) =>
        IsWanted(scope) ? [Buttons.IdentityDocument] : scope.Case.Evidence.Any(IsDocument) ? [Buttons.WithdrawDocument] : [];

    /// <summary>Leads to the consent page; false for anything else.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option != Buttons.IdentityDocument)
        {
            return false;
        }

        if (IsWanted(scope))
        {
            scope.AskIdentityDocument("identity.document", ["E3", "E6"], [.. scope.Case.State == CaseState.AwaitingReview ? [Buttons.GoOn] : Array.Empty<string>(), Buttons.Human]);
        }
        else
        {
            CustomerTurn.Continue(scope);
        }

        return true;
    }

    /// <summary>
    /// Consent can be withdrawn at any time (Personal Information Protection Law 15), by the button, its words or others: whatever is asked, whoever has the conversation, whichever of
    /// its cases has the document. False for anything else.
    /// </summary>
    public static bool TakeBack(TurnScope scope, CustomerSaid said)
    {
        var documents = Parking.All(scope.State).SelectMany(file => file.Evidence).Where(IsDocument).ToList();
        if (documents.Count == 0 || !(said.Choice?.Option == Buttons.WithdrawDocument || Withdrawal().IsMatch(said.Text)))
        {
            return false;
        }

        scope.State = scope.State with { Case = scope.State.Case is { } front ? Without(front) : null, Parked = [.. scope.State.Parked.Select(Without)] };
        Delete(scope, documents);
        scope.Say("identity.document_withdrawn", ["E6"]);
        return true;
    }

    /// <summary>Takes the documents out of what has arrived: they go to the case that waits for them. What nobody waits for is deleted at once.</summary>
    /// <returns>Everything else.</returns>
    public static IReadOnlyList<ArrivedFile> Sift(TurnScope scope, IReadOnlyList<ArrivedFile> files)
    {
        var documents = files.OfType<AcceptedFile>().Select(file => file.Piece).Where(piece => piece.Purpose == EvidencePurpose.Identity).ToList();
        if (documents.Count == 0)
        {
            return files;
        }

        if (IsWanted(scope))
        {
            Keep(scope, documents);
        }
        else
        {
            documents.ForEach(piece => scope.Discard(piece.Id));
            scope.Say("identity.document_unneeded", ["E6"]);
        }

        return [.. files.Where(file => file is not AcceptedFile { Piece.Purpose: EvidencePurpose.Identity })];
    }

    /// <summary>Deletes them once the case needs them no more: it was granted, or has ended. The customer is told.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool Forget(TurnScope scope)
    {
        if (scope.State.Case is not { } file || !(file.State is CaseState.Closed or CaseState.Guided || file.IsGranted))
        {
            return false;
        }

        var documents = file.Evidence.Where(IsDocument).ToList();
        if (documents.Count == 0)
        {
            return false;
        }

        // Whoever granted it has seen who the customer is: it is not asked for again.
        scope.Case = Without(file) with { Identity = file.IsGranted ? (file.Identity ?? new IdentityProof()) with { IsProven = true } : file.Identity };
        Delete(scope, documents);
        return true;
    }

    private static void Delete(TurnScope scope, List<CaseEvidence> documents)
    {
        foreach (var document in documents)
        {
            scope.Discard(document.Piece.Id);
            scope.Note(new IdentityDocumentDeleted(document.Piece.Id));
        }
    }

    private static CaseFile Without(CaseFile file) => file with { Evidence = [.. file.Evidence.Where(evidence => !IsDocument(evidence))] };

    private static void Keep(TurnScope scope, List<EvidencePiece> documents)
    {
        var file = scope.Case;
        file = file with
        {
            Evidence = [.. file.Evidence, .. documents.Select(piece => new CaseEvidence(piece, EvidenceLink.Identity))],
            WantedPiece = file.WantedPiece == EvidenceLink.Identity ? null : file.WantedPiece,
        };
        scope.Case = file with { EvidenceClosed = file.EvidenceClosed || EvidenceChain.Missing(file, scope.Turn.CustomerId is not null).Count == 0 };
        foreach (var piece in documents)
        {
            scope.Note(new IdentityConsented(piece.Id, piece.ConsentWording ?? ""));
            scope.Note(new EvidenceReceived(piece.Id, EvidenceLink.Identity, piece.SeenElsewhere));
        }

        scope.Say("identity.document_received", ["E3", "E6"], ("number", file.Number));
    }

    private static bool IsWanted(TurnScope scope) => scope.OpenCase is { Order: not null, IsGranted: false } file
        && file.State is CaseState.AwaitingReview or CaseState.ReadingApplication or CaseState.UnderReview or CaseState.AwaitingRecipient or CaseState.WithHuman
        && (file.WantedPiece == EvidenceLink.Identity || EvidenceChain.Missing(file, scope.Turn.CustomerId is not null).Contains(EvidenceLink.Identity));

    private static bool IsDocument(CaseEvidence evidence) => evidence.Piece.Purpose == EvidencePurpose.Identity;

    [GeneratedRegex(@"(?:删|撤回|收回|撤销).{0,6}(?:证件|身份证)|(?:证件|身份证).{0,6}(?:删|撤)|\b(?:delete|remove|withdraw)\b.{0,20}\b(?:id|passport)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Withdrawal();
}
