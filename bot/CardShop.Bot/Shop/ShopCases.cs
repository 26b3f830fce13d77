using System.Text.Json;
using CardShop.Dialogs.Cases;
using CardShop.Persistence.Cases;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Shop;

/// <summary>Tells the shop where cases stand.</summary>
internal interface IShopCases
{
    /// <summary>Tells it.</summary>
    /// <param name="told">From <see cref="ShopCases.Write"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<CaseNews> TellAsync(string told, CancellationToken cancellationToken);
}

/// <summary>How the shop took the news of a case.</summary>
internal enum CaseNews
{
    /// <summary>It knows.</summary>
    Taken,

    /// <summary>It will never take it: it knows no such order, or keeps no cases.</summary>
    Unwanted,

    /// <summary>It did not answer as the contract says: later again.</summary>
    Unheard,
}

/// <inheritdoc />
internal sealed class ShopCases(ShopClient client, IOptions<ShopOptions> options) : IShopCases
{
    private readonly ShopCall _put = new(IsRead: true, options.Value.ReadTimeout);

    /// <summary>A case as the contract has it.</summary>
    public static string Write(CaseRow row) => JsonSerializer.Serialize(
        new ShopCase(row.Number, row.OrderNo!, Name<Stage>(row.Stage)!, row.UpdatedAt, Name(row.Path), Name(row.Outcome)), ShopJson.Contract);

    public async Task<CaseNews> TellAsync(string told, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<ShopCase>(told, ShopJson.Contract)!;
        var reply = await client.PutAsync(Routes.Of(ShopRoutes.Case, news.Number), news, _put, cancellationToken);
        return reply switch
        {
            { Status: 200 } => CaseNews.Taken,
            { Status: 400 or 404 or 501 } when reply.Read<ShopProblem>() is not null => CaseNews.Unwanted,
            _ => CaseNews.Unheard,
        };
    }

    private static string? Name<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } known ? JsonNamingPolicy.SnakeCaseLower.ConvertName(known.ToString()) : null;
}
