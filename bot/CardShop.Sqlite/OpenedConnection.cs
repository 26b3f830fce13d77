using Microsoft.EntityFrameworkCore;

namespace CardShop.Sqlite;

/// <summary>Holds a context's connection open. A context of the pool keeps the count of its openings: whoever opens closes.</summary>
internal sealed class OpenedConnection(DbContext context) : IAsyncDisposable
{
    public static async Task<OpenedConnection> OfAsync(DbContext context, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new OpenedConnection(context);
    }

    public async ValueTask DisposeAsync() => await context.Database.CloseConnectionAsync();
}
