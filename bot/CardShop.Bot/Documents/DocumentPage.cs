using System.Text.Encodings.Web;
using CardShop.Bot.Evidence.Page;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Documents;

/// <summary>The page behind a link: with the button, or with the reason why there are no documents for whoever is looking. It names neither case nor customer.</summary>
internal static class DocumentPage
{
    /// <summary>The documents are a press away.</summary>
    public static IResult Ready(HttpContext context, Language language, CaseDocument kind) => Page(
        context, language, "ready", StatusCodes.Status200OK,
        words => $"""
            <form method="post"><button type="submit">{words(kind is CaseDocument.Application ? "document.page.take_application" : "document.page.take_bundle")}</button></form>
            <p class="soft">{words("document.page.ready_note")}</p>
            """);

    /// <summary>The link belongs to another browser.</summary>
    public static IResult Taken(HttpContext context, Language language) => Page(context, language, "taken", StatusCodes.Status403Forbidden);

    /// <summary>The press came from elsewhere, or from a browser that keeps no cookies.</summary>
    public static IResult PressAgain(HttpContext context, Language language) => Page(
        context, language, "again", StatusCodes.Status400BadRequest, words => $"""<p><a href="?">{words("document.page.again_open")}</a></p>""");

    /// <summary>The link is not one of ours, was altered, or belongs to a case that the conversation has left behind.</summary>
    public static IResult Unknown(HttpContext context) => Page(context, null, "unknown", StatusCodes.Status404NotFound);

    /// <summary>The link is too old.</summary>
    public static IResult Expired(HttpContext context, Language? language) => Page(context, language, "expired", StatusCodes.Status410Gone);

    /// <summary>Nobody has shown yet whose order it is.</summary>
    public static IResult TooEarly(HttpContext context, Language language) => Page(context, language, "too_early", StatusCodes.Status409Conflict);

    private static IResult Page(HttpContext context, Language? known, string key, int status, Func<Func<string, string>, string>? more = null)
    {
        var language = LanguageOf(context.Request, known);
        var other = (language is Language.English ? Language.Chinese : Language.English).Tag();
        var (title, text) = (Words($"document.page.{key}_title"), Words($"document.page.{key}"));
        return Results.Text(
            $"""
            <!doctype html>
            <html lang="{language.Tag()}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <link rel="stylesheet" href="{UploadPage.StylePath}">
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            {more?.Invoke(Words)}
            </main>
            <footer><a href="?lang={other}" hreflang="{other}" lang="{other}">{Words("document.page.language")}</a></footer>
            </body></html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);

        string Words(string text) => HtmlEncoder.Default.Encode(TextCatalogue.Get(language, text));
    }

    /// <summary>The language that the reader has asked for; else the conversation's; the browser's where the link tells nothing.</summary>
    private static Language LanguageOf(HttpRequest request, Language? known)
    {
        var asked = request.Query["lang"].ToString();
        return asked.Length == 0 && known is { } language
            ? language
            : Languages.OfLocale(asked.Length > 0 ? asked : request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1).FirstOrDefault()?.Value.ToString())
                == Language.English ? Language.English : Language.Chinese;
    }
}
