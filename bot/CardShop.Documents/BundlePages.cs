using System.Text.Encodings.Web;
using System.Text.Unicode;
using CardShop.Dialogs.Replies;

namespace CardShop.Documents;

/// <summary>The pages of a bundle: plain HTML that needs nothing else, and runs nothing. Every word that somebody has said is masked, then escaped.</summary>
internal sealed class BundlePages(BundleFacts facts)
{
    private const string Style =
        "body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#1a2233}" +
        "h1{font-size:1.4rem}table{width:100%;border-collapse:collapse}th,td{padding:.4rem .6rem;border:1px solid #c5cddb;text-align:left;vertical-align:top;overflow-wrap:anywhere}" +
        ".said{margin:.75rem 0;padding:.5rem .75rem;border-left:4px solid #c5cddb;white-space:pre-wrap;overflow-wrap:anywhere}.mine{border-color:#1f55c8;background:#f4f6fa}" +
        ".when,.soft{color:#566076;font-size:.875rem}@media print{body{margin:0;max-width:none}.said{break-inside:avoid}}";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public Task OrderAsync(TextWriter page) => TableAsync(page, "order", facts.Order.Select(row => new[] { row.Label, row.Value }), []);

    public Task MoneyAsync(TextWriter page) => TableAsync(
        page,
        "money",
        facts.Money.Select(step => new[] { Words.Moment(step.At) ?? Text("unknown"), step.What, Words.Money(step.AmountInFen)!, step.Way ?? Text("unknown") }),
        [Text("when"), Text("what"), Text("amount"), Text("way")],
        Text("money_note"));

    public async Task ConversationAsync(TextWriter page)
    {
        await BeginAsync(page, "conversation");
        await foreach (var said in facts.Conversation)
        {
            await page.WriteAsync($"<div class=\"said{(said.IsCustomer ? " mine" : "")}\"><div class=\"when\">{Safe(said.Who)} · {Words.Moment(said.At)}</div>{Safe(said.Text)}");
            foreach (var file in said.Files)
                await page.WriteAsync($"<div class=\"when\">{Safe(Text("attached"))}{Safe(file)}</div>");

            await page.WriteLineAsync("</div>");
        }

        await EndAsync(page);
    }

    public Task ContentsAsync(TextWriter page, IEnumerable<BundleRow> contents) =>
        TableAsync(page, "contents", contents.Select(row => new[] { row.Label, row.Value }), [], Text("contents_note"));

    private async Task TableAsync(TextWriter page, string key, IEnumerable<string[]> rows, string[] head, string? note = null)
    {
        await BeginAsync(page, key);
        await page.WriteLineAsync("<table>");
        if (head.Length > 0)
            await page.WriteLineAsync($"<tr>{string.Concat(head.Select(cell => $"<th scope=\"col\">{Safe(cell)}</th>"))}</tr>");

        foreach (var row in rows)
            await page.WriteLineAsync($"<tr>{string.Concat(row.Select(cell => $"<td>{Safe(cell)}</td>"))}</tr>");

        await page.WriteLineAsync("</table>");
        if (note is not null)
            await page.WriteLineAsync($"<p class=\"soft\">{Safe(note)}</p>");

        await EndAsync(page);
    }

    private Task BeginAsync(TextWriter page, string key)
    {
        var title = Safe(Text("title_" + key));
        return page.WriteLineAsync($"""
            <!doctype html>
            <html lang="{facts.Application.Language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{title}</title>
            <style>{Style}</style>
            </head>
            <body>
            <h1>{title}</h1>
            <p class="soft">{Safe(Text("case"))}{Safe(facts.Application.CaseNumber)} · {Safe(Text("masked"))}</p>
            """);
    }

    private static Task EndAsync(TextWriter page) => page.WriteLineAsync("</body></html>");

    private string Text(string key) => TextCatalogue.Get(facts.Application.Language, "document.bundle." + key);

    private string Safe(string text) => Encoder.Encode(facts.Redaction.Apply(text));
}
