using System.Net;
using System.Text.RegularExpressions;

namespace CardShop.Bot.Tests.Desk;

/// <summary>Speaks to the desk over HTTP as a browser does: cookies, forms, their hidden fields; it follows nothing by itself.</summary>
internal sealed partial class DeskBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };

    /// <summary>The hidden fields of a page's form, as they were served.</summary>
    public static IEnumerable<KeyValuePair<string, string>> HiddenFields(string html) => Hidden().Matches(html)
        .Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));

    public async Task<DeskPageAnswer> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await DeskPageAnswer.OfAsync(answer);
    }

    /// <summary>Opens a page, fills its form in, and sends it.</summary>
    public async Task<DeskPageAnswer> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        await PostAsync(path, [.. HiddenFields((await GetAsync(path)).Html), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);

    public async Task<DeskPageAnswer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        return await DeskPageAnswer.OfAsync(answer);
    }

    /// <summary>The first half of signing in.</summary>
    public Task<DeskPageAnswer> GivePasswordAsync(string name, string password) => SubmitAsync("/desk/sign-in", ("Given.Name", name), ("Given.Password", password));

    /// <summary>The second half.</summary>
    public Task<DeskPageAnswer> GiveCodeAsync(string code) => SubmitAsync("/desk/code", ("Given.Code", code));

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)" ?/?>""")]
    private static partial Regex Hidden();
}

/// <summary>What the desk has answered.</summary>
internal sealed record DeskPageAnswer(HttpStatusCode Status, string? Location, string Html, IReadOnlyDictionary<string, string> Headers)
{
    public static async Task<DeskPageAnswer> OfAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Headers.Location is { } location ? (location.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString) : null,
        await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        answer.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>What stands on the page, as it is read.</summary>
    public string Text => WebUtility.HtmlDecode(Html);

    /// <summary>Whether the door was shown instead of the page.</summary>
    public bool IsSentToTheDoor => Location?.StartsWith("/desk/sign-in", StringComparison.Ordinal) == true;

    /// <summary>Whether the page was shown.</summary>
    public bool IsShown => Status == HttpStatusCode.OK;
}
