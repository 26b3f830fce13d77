namespace CardShop.Documents;

/// <summary>A demand for return (返还请求函, rule L2) to the recipient as a DOCX: from its arrival on they know (民法典 987). Courteous, and without a threat.</summary>
public static class DemandForReturn
{
    /// <summary>The file's bytes: the same for the same facts.</summary>
    public static byte[] Write(ClaimFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var words = new ClaimWords(facts);
        var paper = new Paper();
        paper.Text(words.Draft);
        paper.Title(words.Of("demand.title"));
        paper.Text(words.Of("demand.to"));
        paper.Heading(words.Of("demand.facts_title"));
        paper.Text(words.Of("demand.facts"));
        paper.Heading(words.Of("demand.request_title"));
        paper.Text(words.Of("demand.request"));
        paper.Text(words.Of("demand.left"));
        paper.Heading(words.Of("demand.basis_title"));
        paper.Text(words.Of("demand.basis"));
        paper.Text(words.Of("demand.thanks"));
        paper.Text(words.Of("demand.attached"), keepWithNext: true);
        paper.Signature(words.Of("demand.sender", ("name", words.Gap("name")), ("contact", words.Gap("contact"))), words.Of("complaint.day"));
        return paper.ToBytes(facts.Order.WrittenAt);
    }
}
