namespace CardShop.Documents;

/// <summary>The order modification application (订单修改申请书, rule R2) as a DOCX.</summary>
public static class OrderModificationApplication
{
    /// <summary>The file's bytes: the same for the same facts.</summary>
    public static byte[] Write(ApplicationFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var words = new Words(facts.Language);
        var paper = new Paper();
        paper.Title(words.Of("application.title"));
        paper.Text($"{words.Of("application.to")}：{words.OrGap(facts.Shop, "application.shop")}");
        paper.Heading($"一、{words.Of("application.applicant")}");
        paper.Table([2, 3], [
            [words.Of("application.name"), words.OrGap(facts.Applicant, "application.name")],
            [words.Of("application.contact"), words.OrGap(facts.Contact, "application.contact")],
            [words.Of("application.case"), words.OrGap(facts.CaseNumber, "application.case")],
        ]);
        paper.Heading($"二、{words.Of("application.order")}");
        paper.Table([2, 3], [
            [words.Of("application.number"), words.OrGap(facts.OrderNumber, "application.number")],
            [words.Of("application.product"), words.OrGap(facts.Product, "application.product")],
            [words.Of("application.amount"), words.OrGap(Words.Money(facts.AmountInFen), "application.amount")],
            [words.Of("application.paid"), words.OrGap(Words.Moment(facts.PaidAt), "application.paid")],
            [words.Of("application.delivery"), words.OrGap(facts.Delivery, "application.delivery")],
            [words.Of("application.wrong"), words.OrGap(facts.WrongValue, "application.wrong")],
            [words.Of("application.right"), words.OrGap(facts.RightValue, "application.right")],
        ]);
        paper.Heading($"三、{words.Of("application.cause")}");
        paper.Text(words.OrGap(facts.Cause, "application.cause"));
        paper.Heading($"四、{words.Of("application.request")}");
        paper.Text(words.OrGap(facts.Request, "application.request"));
        paper.Heading($"五、{words.Of("application.remedy")}");
        paper.Text(words.OrGap(facts.Remedy, "application.remedy"));
        paper.Heading($"六、{words.Of("application.evidence")}");
        if (facts.Evidence.Count == 0)
            paper.Text(words.OrGap(null, "application.evidence"));
        else
            paper.Table([1, 4, 5, 4], [Head(words), .. facts.Evidence.Select(Row)], headed: true);
        paper.Heading($"七、{words.Of("application.declaration")}");
        paper.Text(words.Of("application.declared"), keepWithNext: true);
        paper.Signature($"{words.Of("application.signature")}：______________", $"{words.Of("application.date")}：{Words.Day(facts.WrittenAt)}");
        return paper.ToBytes(facts.WrittenAt);
    }

    private static string[] Head(Words words) =>
        [words.Of("evidence.number"), words.Of("evidence.name"), words.Of("evidence.proves"), words.Of("evidence.received")];

    private static string[] Row(EvidenceLine line, int index) =>
        [$"{index + 1}", Words.Printable(line.Name), Words.Printable(line.Proves), Words.Moment(line.ReceivedAt)!];
}
