namespace CardShop.Dialogs.Evidence;

/// <summary>A piece of evidence in a case.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Link">What it is taken to show; the customer can correct it.</param>
public sealed record CaseEvidence(EvidencePiece Piece, EvidenceLink Link);
