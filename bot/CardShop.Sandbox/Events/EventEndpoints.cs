using System.Globalization;
using System.Text.Json;
using CardShop.Sandbox.Http;
using CardShop.Sandbox.Store;
using CardShop.ShopContract;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Sandbox.Events;

/// <summary>What has happened, for a bot that could not be reached. Nothing is forgotten before the shop is reset.</summary>
internal static class EventEndpoints
{
    private const int AtATime = 100;

    public static async Task<IResult> ListAsync(string? after, Books books, CancellationToken cancellationToken)
    {
        var from = long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : 0;
        var entries = await books.ReadAsync(
            (db, token) => db.Feed.Where(entry => entry.Id > from).OrderBy(entry => entry.Id).Take(AtATime).ToListAsync(token), cancellationToken);
        var cursor = entries is [.., var last] ? last.Id : from;
        return Answer.Ok(new ShopEventList(
            [.. entries.Select(entry => JsonElement.Parse(entry.Body))], cursor.ToString(CultureInfo.InvariantCulture)));
    }
}
