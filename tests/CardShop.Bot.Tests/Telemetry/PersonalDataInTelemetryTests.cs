using System.Globalization;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CardShop.Bot.Tests.Hosting;
using CardShop.Bot.Tests.SecondOpinions;
using CardShop.Testing;

namespace CardShop.Bot.Tests.Telemetry;

/// <summary>
/// Customers' words and data go through a real host with everything switched on that tells of it: logs at their most talkative, metrics, traces. None of the
/// words, and none of the numbers, may be found there.
/// </summary>
public sealed class PersonalDataInTelemetryTests : IDisposable
{
    private const string Account = "xiaolin88421";
    private const string CorrectedAccount = "xiaolin88427";
    private const string Contact = "13570026814";
    private const string ModelKey = "sk-a-key-of-the-model";
    private const string QueryPassword = "open-sesame-42";
    private const int Lines = 400;
    private const int LinesPerConversation = 20;
    private const int ShortestWords = 8;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("telemetry-");
    private readonly HttpClient _http = new();

    [Fact]
    public async Task NothingThatCustomersSaid_IsInLogsMetricsOrTraces()
    {
        await using var collector = await Collector.StartAsync();
        await using var model = await FakeModel.StartAsync();
        model.Says = message => message.Length % 3 == 0 ? "no JSON: " + message : """{"intent":"out_of_scope","subtype":null,"also":[],"entities":{}}""";
        using var bot = BotProcess.Run(
            _directory.FullName,
            "--urls=http://127.0.0.1:0",
            "--Logging:LogLevel:CardShop=Trace",
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Address}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
            $"--CardShop:Model:Endpoint={model.Address}",
            "--CardShop:Model:Name=small",
            $"--CardShop:Model:Key={ModelKey}");
        var address = await bot.AddressAsync();
        var secrets = new List<string> { ModelKey, Account, CorrectedAccount, Contact, QueryPassword, await TalkOfAnOrderAsync(address) };
        secrets.AddRange(await TalkOfEverythingAsync(address));
        var metrics = await _http.GetStringAsync(new Uri(address, "/metrics"), TestContext.Current.CancellationToken);
        Assert.Equal(0, await bot.InterruptAsync());
        var logs = string.Join('\n', [.. bot.Errors, .. bot.Output, .. Directory.GetFiles(Path.Combine(_directory.FullName, "data", "logs")).Select(File.ReadAllText)]);

        Assert.NotEmpty(model.Asked);
        var numbers = Corpus().SelectMany(SecretsOf).Concat([Contact, Account]).Distinct().ToList();
        Assert.All(numbers, secret => Assert.DoesNotContain(model.Asked, asked => IsIn(secret, asked)));
        AssertThatAllOfItWasTold(metrics, collector.Traces, logs);
        foreach (var (name, told) in new[] { ("logs", logs), ("metrics", metrics), ("traces", collector.Traces) })
        {
            Assert.All(secrets, secret => Assert.False(IsIn(secret, told), $"'{secret}' is in the {name}"));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _directory.Delete(recursive: true);
    }

    /// <summary>Whoever finds nothing must have had something to look through.</summary>
    private static void AssertThatAllOfItWasTold(string metrics, string traces, string logs)
    {
        Assert.Matches("bot_turn_duration_seconds_count\\{[^}]*bot_channel=\"directline\"[^}]*bot_turn_trigger=\"customer_said\"", metrics);
        Assert.Matches("shop_commands_total\\{[^}]*shop_command=\"modify_order\"[^}]*shop_command_result=\"done\"", metrics);
        Assert.Matches("http_client_request_duration_seconds_count\\{[^}]*url_template=\"orders/\\{orderNo\\}/modify\"", metrics);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_route=", metrics);
        Assert.Matches("bot_second_opinion_duration_seconds_count\\{[^}]*bot_second_opinion_outcome=\"taken\"", metrics);
        Assert.Contains("db_client_operation_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("bot_understanding_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.All(["turn customer_said", "send shop_command", "turn command_answered", "SELECT", "INSERT"], span => Assert.Contains(span, traces, StringComparison.Ordinal));
        Assert.Contains("modify", logs, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>As a whole word: a phone's digits may stand within longer numbers by chance.</summary>
    private static bool IsIn(string secret, string told) =>
        told.Contains(secret, StringComparison.OrdinalIgnoreCase)
        && Regex.IsMatch(told, $@"(?<![0-9A-Za-z]){Regex.Escape(secret)}(?![0-9A-Za-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>A guest's order is found, changed and told of.</summary>
    /// <returns>The conversation's token.</returns>
    private async Task<string> TalkOfAnOrderAsync(Uri address)
    {
        var order = await PostAsync(
            new Uri(address, "/sandbox/control/orders"),
            new { product = "Q币", target = new { account = Account }, contact = Contact, queryPassword = QueryPassword });
        var token = (string)(await PostAsync(new Uri(address, "/sandbox/control/token"), new { customerId = (string?)null }))["token"]!;
        _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        var opened = await PostAsync(new Uri(address, "/v3/directline/conversations"), new { locale = "zh-CN" });
        await ListenAsync(new Uri((string)opened["streamUrl"]!));
        var activities = new Uri(address, $"/v3/directline/conversations/{(string)opened["conversationId"]!}/activities");
        foreach (var (words, asks) in new[]
        {
            ("充错账号了，想改一下", "order"),
            ((string)order["orderNo"]!, "contact"),
            (Contact, "account"),
            (CorrectedAccount, "confirm"),
            ("确认", ""),
        })
        {
            await PostAsync(activities, new { type = "message", text = words, locale = "zh-CN", from = new { id = "guest" } });
            await UntilAskedAsync(activities, asks);
        }

        _http.DefaultRequestHeaders.Authorization = null;
        return token;
    }

    /// <summary>Hears one message over the socket, whose address carries the token.</summary>
    private static async Task ListenAsync(Uri stream)
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(stream, TestContext.Current.CancellationToken);
        var heard = await socket.ReceiveAsync(new byte[16 * 1024], TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketMessageType.Text, heard.MessageType);
    }

    private async Task UntilAskedAsync(Uri activities, string asks)
    {
        for (var attempt = 0; ; attempt++)
        {
            var told = JsonNode.Parse(await _http.GetStringAsync(activities, TestContext.Current.CancellationToken))!["activities"]!.AsArray();
            var view = told.Select(activity => activity?["channelData"]?["case"]).LastOrDefault(view => view is not null);
            if (asks.Length > 0 ? (string?)view?["asks"] == asks : (string?)view?["outcome"] == "modified")
            {
                return;
            }

            Assert.True(attempt < 200, $"It never came to '{asks}': {view?.ToJsonString()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>What customers really type, with their phones and accounts, as the messages that the model learns from have them.</summary>
    /// <returns>What must not be found.</returns>
    private async Task<IReadOnlyList<string>> TalkOfEverythingAsync(Uri address)
    {
        var lines = Corpus().Where(line => SecretsOf(line).Any()).Take(Lines).ToList();
        Assert.Equal(Lines, lines.Count);
        for (var index = 0; index < lines.Count; index++)
        {
            var activity = new
            {
                type = "message",
                id = $"m-{index}",
                text = (string)lines[index]["text"]!,
                channelId = "emulator",
                deliveryMode = "expectReplies",
                serviceUrl = "http://localhost:56150",
                conversation = new { id = $"c-{index / LinesPerConversation}" },
                from = new { id = "u-1", role = "user" },
                recipient = new { id = "bot", role = "bot" },
            };
            await PostAsync(new Uri(address, "/api/messages"), activity);
        }

        return [.. lines.SelectMany(SecretsOf).Concat(lines.Select(line => (string)line["text"]!)).Where(secret => secret.Length >= ShortestWords).Distinct()];
    }

    private static IEnumerable<string> SecretsOf(JsonNode line) =>
        (line["entities"]?.AsObject() ?? []).Where(entity => entity.Key.StartsWith("phone", StringComparison.Ordinal) || entity.Key.StartsWith("account", StringComparison.Ordinal))
            .Select(entity => Convert.ToString(entity.Value!.GetValue<string>(), CultureInfo.InvariantCulture))
            .Where(secret => secret.Length >= ShortestWords);

    private static IEnumerable<JsonNode> Corpus() =>
        Directory.GetFiles(Path.Combine(Repository.Root, "dialogs", "CardShop.Understanding.Trainer", "Corpus"), "*.jsonl").Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines).Select(line => JsonNode.Parse(line)!);

    private async Task<JsonNode> PostAsync<TBody>(Uri address, TBody body)
    {
        using var response = await _http.PostAsJsonAsync(address, body, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
