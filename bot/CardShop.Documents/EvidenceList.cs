using System.Globalization;

namespace CardShop.Documents;

/// <summary>
/// An evidence list (证据清单) for a court as a DOCX: what each piece is, where it comes from, what it shows. What a suit always needs stands in it, whether the customer has
/// handed it in or not: order record, proof of payment, notice.
/// </summary>
public static class EvidenceList
{
    private const int AlwaysThere = 3;

    /// <summary>How many items it has.</summary>
    public static int Count(ClaimFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AlwaysThere + facts.Order.Evidence.Count;
    }

    /// <summary>The file's bytes: the same for the same facts.</summary>
    public static byte[] Write(ClaimFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var words = new ClaimWords(facts);
        var paper = new Paper();
        paper.Text(words.Draft);
        paper.Title(words.Of("list.title"));
        paper.Text(words.Of("list.submitter", ("name", words.Gap("submitter"))));
        paper.Text(words.Of("list.case"));
        paper.Table([2, 8, 7, 10, 3, 4], [Head(words), .. Items(facts, words).Select((item, index) => Row(item, index, words))], headed: true);
        paper.Text(words.Of("list.keep"), keepWithNext: true);
        paper.Signature(words.Of("list.signature"), words.Of("complaint.day"));
        return paper.ToBytes(facts.Order.WrittenAt);
    }

    private static string[] Head(ClaimWords words) =>
        [words.Of("list.number"), words.Of("list.name"), words.Of("list.source"), words.Of("list.proves"), words.Of("list.pages"), words.Of("list.kind")];

    private static IEnumerable<(string Name, string Source, string Proves)> Items(ClaimFacts facts, ClaimWords words) =>
    [
        (words.Of("list.order"), words.Of("list.order_source"), words.Of("list.order_proves")),
        (words.Of("list.payment"), words.Of("list.payment_source"), words.Of("list.payment_proves")),
        .. facts.Order.Evidence.Select(line => (
            Words.Printable(line.Name), words.Of("list.given_source", ("received", Words.Moment(line.ReceivedAt)!)), Words.Printable(line.Proves))),
        (words.Of("list.notice"), words.Of("list.notice_source"), words.Of("list.notice_proves")),
    ];

    private static string[] Row((string Name, string Source, string Proves) item, int index, ClaimWords words) =>
        [(index + 1).ToString(CultureInfo.InvariantCulture), item.Name, item.Source, item.Proves, words.Of("list.pages_gap"), words.Of("list.kind_gap")];
}
