using System.Net;
using System.Net.Http.Headers;

namespace CardShop.Bot.Tests.Documents;

/// <summary>A browser as the pages behind links meet it: it keeps cookies of its own, and says where a form was sent from.</summary>
internal sealed class Browser : IDisposable
{
    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;

    public Browser(Uri address, bool keepsCookies = true)
    {
        Address = address;
        _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, UseCookies = keepsCookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    private Uri Address { get; }

    /// <summary>What the browser was told to keep with the page that it has looked at last.</summary>
    public string? Cookie { get; private set; }

    public async Task<(HttpStatusCode Status, string Page)> LookAsync(Uri link, string query = "")
    {
        using var answer = await _http.GetAsync(link + query, TestContext.Current.CancellationToken);
        Cookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null;
        return (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>Presses the page's button.</summary>
    public Task<HttpResponseMessage> PressAsync(Uri link) => PressAsync(link, Address.GetLeftPart(UriPartial.Authority), "same-origin");

    /// <summary>Sends the form from wherever.</summary>
    public async Task<HttpResponseMessage> PressAsync(Uri link, string? origin, string? site)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, link) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Looks, and presses.</summary>
    public async Task<HttpResponseMessage> TakeAsync(Uri link)
    {
        await LookAsync(link);
        return await PressAsync(link);
    }

    public void Dispose() => _http.Dispose();
}
