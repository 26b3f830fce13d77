using System.Text;
using System.Text.Encodings.Web;
using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Evidence.Page;

/// <summary>Writes the upload page: plain HTML that needs no script, so that it works in every browser a messenger brings along.</summary>
/// <param name="isChinese">Its language.</param>
/// <param name="maxFiles">How many files go at once.</param>
/// <param name="maxBytes">How large a file may be, in bytes.</param>
internal sealed class UploadView(bool isChinese, int maxFiles, int maxBytes)
{
    private const int Megabyte = 1024 * 1024;
    private const string Pictures = "image/jpeg,image/png,image/webp";
    private const string Accepted = "image/jpeg,image/png,image/webp,image/gif,application/pdf";

    private readonly StringBuilder _page = new();

    /// <summary>The form, with what became of the files before it.</summary>
    /// <param name="once">Names the form: the same one sent again is recognised by it.</param>
    /// <param name="notice">What has to be said first; null when nothing has.</param>
    /// <param name="results">Files and what became of them; empty at first.</param>
    public string Form(string once, string? notice, IReadOnlyList<(string? Name, ArrivedFile File)> results)
    {
        Begin("title");
        AddNotice(notice);
        if (results.Count > 0)
        {
            AddResults(results, cause => cause.ToString());
        }
        else
        {
            Add($"<p>{Text("lead")}</p>");
        }

        Add($"""
            <form method="post" enctype="multipart/form-data" {(results.Count > 0 ? $"aria-label=\"{Text("more")}\"" : "")}>
            <input type="hidden" name="once" value="{once}">
            <label class="pick" for="files">{Text(results.Count > 0 ? "more" : "choose")}</label>
            <input id="files" type="file" name="files" multiple accept="{Accepted}" aria-describedby="limits">
            <div class="camera"><label class="pick" for="photo">{Text("camera")}</label>
            <input id="photo" type="file" name="files" accept="image/*" capture="environment" aria-describedby="limits"></div>
            <p id="limits" class="soft">{Text("limits", ("files", Number(maxFiles)), ("size", Number(maxBytes / Megabyte)))}</p>
            <button type="submit">{Text("send")}</button>
            </form>
            <p class="soft">{Text("privacy")}</p>
            """);
        return End(withLanguage: true);
    }

    /// <summary>The consent page for an identity document (rule E6): what it is for, who sees it and until when, before anything can be sent.</summary>
    /// <param name="once">Names the form: the same one sent again is recognised by it.</param>
    /// <param name="notice">What has to be said first; null when nothing has.</param>
    /// <param name="results">Files and what became of them; empty at first.</param>
    public string Consent(string once, string? notice, IReadOnlyList<(string? Name, ArrivedFile File)> results)
    {
        Begin("identity.title");
        AddNotice(notice);
        if (results.Count > 0)
        {
            AddResults([.. results.Select(result => ((string?)null, result.File))], cause => cause is FileRefusal.NotEvidence ? "identity.NotEvidence" : cause.ToString());
        }

        if (!results.Any(result => result.File is AcceptedFile))
        {
            AddConsent(once);
        }

        return End(withLanguage: true);
    }

    /// <summary>A page that says why there is no form, and what to do.</summary>
    public string Refusal(string title, string text)
    {
        Begin(title);
        Add($"<p>{Text(text)}</p>");
        return End(withLanguage: false);
    }

    private void AddNotice(string? notice)
    {
        if (notice is not null)
        {
            Add($"<p class=\"notice\" role=\"alert\">{Text(notice)}</p>");
        }
    }

    private void AddConsent(string once) => Add($"""
        <p>{Text("identity.lead")}</p>
        <dl>
        <dt>{Text("identity.why")}</dt><dd>{Text("identity.whyText")}</dd>
        <dt>{Text("identity.who")}</dt><dd>{Text("identity.whoText")}</dd>
        <dt>{Text("identity.long")}</dt><dd>{Text("identity.longText")}</dd>
        <dt>{Text("identity.cover")}</dt><dd>{Text("identity.coverText")}</dd>
        <dt>{Text("identity.else")}</dt><dd>{Text("identity.elseText")}</dd>
        </dl>
        <form method="post" enctype="multipart/form-data">
        <input type="hidden" name="once" value="{once}">
        <label class="agree"><input type="checkbox" name="{IdentityConsent.Field}" value="{IdentityConsent.Given}" required> <span>{Text("identity.consent")}</span></label>
        <label class="pick" for="files">{Text("identity.choose")}</label>
        <input id="files" type="file" name="files" accept="{Pictures}" aria-describedby="limits" required>
        <p id="limits" class="soft">{Text("identity.limits", ("size", Number(maxBytes / Megabyte)))}</p>
        <button type="submit">{Text("identity.send")}</button>
        </form>
        """);

    private void AddResults(IReadOnlyList<(string? Name, ArrivedFile File)> results, Func<FileRefusal, string> keyOf)
    {
        Add($"<section role=\"status\" aria-labelledby=\"results\"><h2 id=\"results\">{Text("results")}</h2><ul>");
        foreach (var (index, (name, file)) in results.Index())
        {
            var shown = Encode(name ?? UploadTexts.Of(isChinese, "file", ("index", Number(index + 1))));
            var (mark, words) = file is RefusedFile refused ? ("no", Text(keyOf(refused.Cause))) : ("yes", Text("accepted"));
            Add($"<li class=\"{mark}\"><span class=\"name\">{shown}</span> <span>{words}</span></li>");
        }

        Add("</ul>");
        if (results.Any(result => result.File is AcceptedFile))
        {
            Add($"<p>{Text("back")}</p>");
        }

        Add("</section>");
    }

    private void Begin(string title) => Add($"""
        <!doctype html>
        <html lang="{(isChinese ? "zh-CN" : "en-US")}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Text(title)}</title>
        <link rel="stylesheet" href="{UploadPage.StylePath}">
        </head>
        <body>
        <main>
        <h1>{Text(title)}</h1>
        """);

    private string End(bool withLanguage)
    {
        var other = isChinese ? "en-US" : "zh-CN";
        Add("</main>");
        if (withLanguage)
        {
            Add($"<footer><a href=\"?lang={other}\" hreflang=\"{other}\" lang=\"{other}\">{Text("language")}</a></footer>");
        }

        Add("</body></html>");
        return _page.ToString();
    }

    private void Add(string html) => _page.AppendLine(html);

    private string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) => Encode(UploadTexts.Of(isChinese, key, values));

    /// <summary>What a customer calls a file may hold anything; Chinese stays as it is only because browsers read UTF-8.</summary>
    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
