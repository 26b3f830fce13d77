using System.Text.Encodings.Web;
using CardShop.Bot.Evidence.Page;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Documents;

/// <summary>The page that says why there are no documents behind a link, and what to do.</summary>
internal static class DocumentPage
{
    /// <summary>The link is not one of ours, was altered, or belongs to a case that the conversation has left behind.</summary>
    public static IResult Unknown(HttpContext context) => Page(context, null, "unknown", StatusCodes.Status404NotFound);

    /// <summary>The link is too old.</summary>
    public static IResult Expired(HttpContext context, Language? language) => Page(context, language, "expired", StatusCodes.Status410Gone);

    /// <summary>Nobody has shown yet whose order it is.</summary>
    public static IResult TooEarly(HttpContext context, Language language) => Page(context, language, "too_early", StatusCodes.Status409Conflict);

    private static IResult Page(HttpContext context, Language? known, string key, int status)
    {
        var browser = context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(each => each.Quality ?? 1).FirstOrDefault()?.Value.ToString();
        var language = known ?? (Languages.OfLocale(browser) == Language.English ? Language.English : Language.Chinese);
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
            </main>
            </body></html>
            """,
            "text/html; charset=utf-8",
            statusCode: status);

        string Words(string text) => HtmlEncoder.Default.Encode(TextCatalogue.Get(language, text));
    }
}
