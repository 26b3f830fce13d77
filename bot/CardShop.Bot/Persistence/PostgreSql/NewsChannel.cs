using System.Text.Json;
using System.Text.Json.Serialization;
using CardShop.Persistence.Outbox;
using Npgsql;

namespace CardShop.Bot.Persistence.PostgreSql;

/// <summary>What one process tells the others.</summary>
/// <param name="Node">Who tells it.</param>
/// <param name="ConversationId">Where it happened.</param>
/// <param name="IsTyping">The bot is at work; otherwise, a turn was saved.</param>
/// <param name="Lanes">The lanes of the outbox that the turn added to.</param>
internal sealed record News(string Node, string ConversationId, bool IsTyping, IReadOnlyList<OutboxKind> Lanes);

/// <summary>
/// Tells the other processes by NOTIFY. What a turn came to is told by the server itself right after the commit, in the same round trip: by whoever is alive then. Not in the turn's own transaction,
/// since those that tell something are committed one after the other, each with a flush of its own.
/// </summary>
internal sealed class NewsChannel(NpgsqlDataSource database) : IPeers
{
    /// <summary>The channel's name, within the database.</summary>
    public const string Name = "cardshop_news";

    /// <summary>This process's own name: it need not be told what it has done itself.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Tells what a turn has saved: to be sent behind its commit.</summary>
    public NpgsqlBatchCommand TurnSaved(string conversationId, IEnumerable<OutboxRow> added)
    {
        OutboxKind[] lanes = [.. added.Where(row => row.State == OutboxState.Pending).Select(row => row.Kind).Distinct()];
        return Tell(new News(Node, conversationId, IsTyping: false, lanes));
    }

    public async Task SignTypingAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Tell(new News(Node, conversationId, IsTyping: true, [])));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads what was told; null when it is this process's own.</summary>
    public News? Read(string told) =>
        JsonSerializer.Deserialize(told, NewsJson.Default.News) is { } news && news.Node != Node ? news : null;

    /// <summary>Nothing is lost with a hint: its own little transaction waits for no disk.</summary>
    private static NpgsqlBatchCommand Tell(News news) => new("SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, $2)")
    {
        Parameters = { new() { Value = Name }, new() { Value = JsonSerializer.Serialize(news, NewsJson.Default.News) } },
    };
}

/// <summary>The JSON form of news. Kinds go by name, so that processes of different releases understand each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(News))]
internal sealed partial class NewsJson : JsonSerializerContext;
