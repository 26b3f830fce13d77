using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <summary>Has the shop notify customers.</summary>
internal interface IShopNotices
{
    /// <summary>Hands a notice over.</summary>
    /// <param name="written">From <see cref="ShopNotices.Write"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<CaseNews> NotifyAsync(string written, CancellationToken cancellationToken);
}

/// <summary>A notice as the outbox keeps it.</summary>
/// <param name="CustomerId">For whom.</param>
/// <param name="Key">Its idempotency key: the shop gives it once, however often it is handed over.</param>
/// <param name="Notice">What the shop is to say.</param>
internal sealed record ShopNotice(string CustomerId, string Key, NoticeRequest Notice);

/// <inheritdoc />
internal sealed class ShopNotices(ShopClient client, IOptions<ShopOptions> options) : IShopNotices
{
    private readonly ShopCall _post = new(IsRead: true, options.Value.ReadTimeout);

    /// <summary>A notice for the outbox.</summary>
    public static string Write(ShopNotice notice) => JsonSerializer.Serialize(notice, NoticeJson.Default.ShopNotice);

    public async Task<CaseNews> NotifyAsync(string written, CancellationToken cancellationToken)
    {
        var notice = JsonSerializer.Deserialize(written, NoticeJson.Default.ShopNotice)!;
        var reply = await client.PostAsync(Routes.Of(ShopRoutes.Notices, notice.CustomerId), notice.Notice, _post, notice.Key, cancellationToken);
        return reply switch
        {
            { Status: >= 200 and < 300 } => CaseNews.Taken,
            { Status: 400 or 404 or 501 } when reply.Read<ShopProblem>() is not null => CaseNews.Unwanted,
            _ => CaseNews.Unheard,
        };
    }
}

/// <summary>The JSON form of notices that wait.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ShopNotice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
