using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Bot.Channels;
using CardShop.Bot.Channels.Problems;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;

namespace CardShop.Bot.Prevention;

/// <summary>What a page wants checked; nothing of it is kept.</summary>
internal sealed record OrderCheckRequest(
    string? Product, string? Denomination, int? Quantity, long? AmountFen, Target? Target, string? OrderNo = null, string? Locale = null)
{
    /// <summary>Longer than anything that is sold or topped up.</summary>
    private const int Longest = 200;

    [JsonIgnore]
    public PlannedOrder Planned => new()
    {
        Product = Told(Product),
        Denomination = Told(Denomination),
        Quantity = Quantity ?? 1,
        AmountFen = AmountFen,
        Target = new Target(Exactly(Target?.Account), Exactly(Target?.Phone), Told(Target?.Region)),
        OrderNo = Told(OrderNo),
    };

    /// <summary>Reads the body of a request; exactly one of the two is not null.</summary>
    public static async Task<(OrderCheckRequest? Read, ChannelProblem? Problem)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            return (null, ChannelProblem.NotJsonMedia);
        }

        if (await RequestBody.ReadAsync(request) is not { } body)
        {
            return (null, ChannelProblem.TooLarge);
        }

        try
        {
            return JsonSerializer.Deserialize(body, OrderCheckJson.Default.OrderCheckRequest) is { } read && read.Fits ? (read, null) : (null, ChannelProblem.NotAnOrder);
        }
        catch (JsonException)
        {
            return (null, ChannelProblem.NotJson);
        }
    }

    [JsonIgnore]
    private bool Fits => new[] { Product, Denomination, Target?.Account, Target?.Phone, Target?.Region, OrderNo, Locale }.All(text => text is null or { Length: <= Longest })
        && Quantity is null or (>= 1 and <= 1000) && AmountFen is null or >= 0;

    private static string? Told(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A space in an account is just what is to be found.</summary>
    private static string? Exactly(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What the page shows.</summary>
/// <param name="Weight"><c>stop missing look not_checked</c>, or <c>clear</c>.</param>
/// <param name="Lines">The order, read back in groups.</param>
/// <param name="Findings">What was found, the heaviest first.</param>
/// <param name="Advice">What to do now.</param>
/// <param name="Rules">The rules behind it.</param>
internal sealed record OrderCheckAnswer(string Weight, IReadOnlyList<ReceiptRow> Lines, IReadOnlyList<OrderCheckFound> Findings, string Advice, IReadOnlyList<string> Rules);

/// <summary>One finding.</summary>
internal sealed record OrderCheckFound(string Name, string Weight, string Text);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OrderCheckRequest))]
[JsonSerializable(typeof(OrderCheckAnswer))]
internal sealed partial class OrderCheckJson : JsonSerializerContext;
