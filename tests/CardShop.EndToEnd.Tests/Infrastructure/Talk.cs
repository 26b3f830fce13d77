using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>A conversation over Direct Line, as a page holds it. It survives the host: the token stays valid, and the transcript is read again.</summary>
public sealed class Talk : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HostProcess _host;
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly string _conversation;

    private Talk(HostProcess host, string token, string conversation)
    {
        (_host, _conversation) = (host, conversation);
        Authorize(token);
    }

    public static async Task<Talk> OpenAsync(HostProcess host, string? customerId)
    {
        using var http = new HttpClient();
        using var minted = await http.PostAsJsonAsync(new Uri(host.Address, "sandbox/control/token"), new { customerId });
        var token = JsonNode.Parse(await minted.Content.ReadAsStringAsync())!;
        var talk = new Talk(host, (string)token["token"]!, (string)token["conversationId"]!);
        await talk.StartAsync();
        return talk;
    }

    /// <summary>Begins the conversation; once more, it changes nothing.</summary>
    public async Task StartAsync()
    {
        using var opened = await _http.PostAsJsonAsync(new Uri(_host.Address, "v3/directline/conversations"), new { locale = "zh-CN" });
        Assert.True(opened.IsSuccessStatusCode);
    }

    /// <summary>Has the token renewed, as a page does every quarter of an hour.</summary>
    public async Task RefreshAsync()
    {
        using var response = await _http.PostAsync(new Uri(_host.Address, "v3/directline/tokens/refresh"), content: null);
        Authorize((string)JsonNode.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync())!["token"]!);
    }

    /// <summary>The same conversation through another process.</summary>
    public Talk Through(HostProcess host) => new(host, _http.DefaultRequestHeaders.Authorization!.Parameter!, _conversation);

    /// <summary>Opens a socket, from the beginning on.</summary>
    public async Task<TalkSocket> ListenAsync()
    {
        var opening = (await _http.GetFromJsonAsync<JsonNode>(new Uri(_host.Address, $"v3/directline/conversations/{_conversation}?watermark=0")))!;
        return await TalkSocket.OpenAsync(new Uri((string)opening["streamUrl"]!));
    }

    /// <summary>Says something; fails when the host is gone.</summary>
    /// <returns>The id that the host has given to it.</returns>
    public async Task<string> SayAsync(string text)
    {
        using var response = await _http.PostAsJsonAsync(Activities(), new { type = "message", text, locale = "zh-CN", from = new { id = "someone" } });
        var answer = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {answer}");
        return (string)JsonNode.Parse(answer)!["id"]!;
    }

    /// <summary>Sends a picture, as a page does.</summary>
    public async Task SendPictureAsync(byte[] picture)
    {
        using var file = new ByteArrayContent(picture);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var form = new MultipartFormDataContent { { file, "file", "截图.png" } };
        using var response = await _http.PostAsync(new Uri(_host.Address, $"v3/directline/conversations/{_conversation}/upload?userId=someone"), form);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    /// <summary>Everything said so far.</summary>
    public async Task<IReadOnlyList<JsonNode>> TranscriptAsync()
    {
        var set = (await _http.GetFromJsonAsync<JsonNode>(Activities()))!;
        return [.. set["activities"]!.AsArray().Select(activity => activity!)];
    }

    /// <summary>Where the case stands by the last message of the bot.</summary>
    public async Task<JsonNode?> CaseAsync() => CaseOf(await TranscriptAsync());

    /// <summary>Where the case stands by the last message of the bot in a transcript.</summary>
    public static JsonNode? CaseOf(IReadOnlyList<JsonNode> transcript) =>
        transcript.Where(activity => !IsCustomers(activity)).Select(activity => activity["channelData"]?["case"]).LastOrDefault(view => view is not null);

    /// <summary>Whether the customer said it.</summary>
    public static bool IsCustomers(JsonNode activity) => (string?)activity["from"]?["role"] == "user";

    /// <summary>Waits until the case is as wanted.</summary>
    public async Task<JsonNode> UntilAsync(Func<JsonNode, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await CaseAsync() is { } view && wanted(view))
            {
                return view;
            }

            Assert.False(patience.IsCancellationRequested, $"The case never got there; it is {(await CaseAsync())?.ToJsonString()}.");
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Waits for a file that the bot hands over, and answers where it is.</summary>
    public async Task<Uri> LinkAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var files = (await TranscriptAsync()).Where(activity => !IsCustomers(activity))
                .SelectMany(activity => activity["attachments"]?.AsArray() ?? [])
                .Select(attachment => (string?)attachment?["contentUrl"])
                .OfType<string>();
            if (files.LastOrDefault() is { } link)
            {
                return new Uri(link);
            }

            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Says something, and waits for what it is about to ask for next.</summary>
    public async Task SayUntilAskedAsync(string text, string asks)
    {
        await SayAsync(text);
        await UntilAsync(view => (string?)view["asks"] == asks);
    }

    public void Dispose() => _http.Dispose();

    private void Authorize(string token) => _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);

    private Uri Activities() => new(_host.Address, $"v3/directline/conversations/{_conversation}/activities");
}
