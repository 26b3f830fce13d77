using System.Globalization;

namespace CardShop.Documents;

/// <summary>
/// A draft of the civil complaint (民事起诉状) against the recipient as a DOCX: what 民事诉讼法 124 asks for, in the order in which courts expect it. Who the parties are is the
/// customer's to fill in: the shop does not tell the one who the other is (rule L1).
/// </summary>
public static class CivilComplaint
{
    /// <summary>The file's bytes: the same for the same facts.</summary>
    public static byte[] Write(ClaimFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var words = new ClaimWords(facts);
        var paper = new Paper();
        paper.Text(words.Draft);
        paper.Title(words.Of("complaint.title"));
        paper.Text(words.Of("complaint.plaintiff"));
        paper.Text(words.Of("complaint.defendant"));
        paper.Text(words.Of("complaint.cause"));
        paper.Heading(words.Of("complaint.claims_title"));
        paper.Text(words.Of("complaint.claim_return"));
        paper.Text(words.Of("complaint.claim_losses"));
        paper.Text(words.Of("complaint.claim_fee"));
        paper.Heading(words.Of("complaint.facts_title"));
        paper.Text(words.Of("complaint.order"));
        paper.Text(words.Of("complaint.mistake"));
        paper.Text(words.Of("complaint.cause_of_slip"));
        paper.Text(words.Of("complaint.demand"));
        paper.Text(words.Of("complaint.grounds"));
        paper.Heading(words.Of("complaint.evidence_title"));
        paper.Text(words.Of("complaint.evidence", ("count", EvidenceList.Count(facts).ToString(CultureInfo.InvariantCulture))));
        paper.Text(words.Of("complaint.addressed"), keepWithNext: true);
        paper.Text(words.Gap("court"), keepWithNext: true);
        paper.Text(words.Of("complaint.attached"), keepWithNext: true);
        paper.Signature(words.Of("complaint.signature"), words.Of("complaint.day"));
        return paper.ToBytes(facts.Order.WrittenAt);
    }
}
