using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
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
/// Tells the other processes by NOTIFY, once a turn is committed: transactions that tell something are committed one after the other, each with a flush of its own. What happens while one telling is under
/// way goes with the next: at rest each turn is told at once, under load many go together.
/// </summary>
internal sealed partial class NewsChannel(NpgsqlDataSource database, ILogger<NewsChannel> logger) : BackgroundService, IPeers
{
    /// <summary>The channel's name, within the database.</summary>
    public const string Name = "cardshop_news";

    /// <summary>Nothing is lost with a hint: its own little transaction waits for no disk.</summary>
    private const string Sql = "SELECT set_config('synchronous_commit', 'off', true), pg_notify($1, told) FROM unnest($2) AS told";

    private const int AtOnce = 200;

    private readonly Channel<News> _untold = Channel.CreateUnbounded<News>(new() { SingleReader = true });

    /// <summary>This process's own name: it need not be told what it has done itself.</summary>
    public string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Tells what a turn has saved.</summary>
    public void TurnSaved(string conversationId, IEnumerable<OutboxRow> added)
    {
        OutboxKind[] lanes = [.. added.Where(row => row.State == OutboxState.Pending).Select(row => row.Kind).Distinct()];
        _untold.Writer.TryWrite(new News(Node, conversationId, IsTyping: false, lanes));
    }

    public void SignTyping(string conversationId) => _untold.Writer.TryWrite(new News(Node, conversationId, IsTyping: true, []));

    /// <summary>Reads what was told; null when it is this process's own.</summary>
    public News? Read(string told) =>
        !told.Contains(Node, StringComparison.Ordinal) && JsonSerializer.Deserialize(told, NewsJson.Default.News) is { } news ? news : null;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _untold.Reader.WaitToReadAsync(stoppingToken))
            {
                await TellAsync(Take());
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TellAsync(Take());
        }
    }

    private List<string> Take()
    {
        List<string> news = [];
        while (news.Count < AtOnce && _untold.Reader.TryRead(out var next))
        {
            news.Add(JsonSerializer.Serialize(next, NewsJson.Default.News));
        }

        return news;
    }

    private async Task TellAsync(List<string> news)
    {
        if (news.Count == 0)
        {
            return;
        }

        try
        {
            await using var tell = database.CreateCommand(Sql);
            tell.Parameters.Add(new NpgsqlParameter { Value = Name });
            tell.Parameters.Add(new NpgsqlParameter { Value = news });
            await tell.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception unheard)
        {
            // The turns are saved: the outbox is polled as well, and pages ask again. What comes next is told again, whatever was wrong with this.
            LogUntold(news.Count, unheard.GetType().Name, unheard.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The other processes on the store could not be told of {Count} things that happened ({Failure}: {Reason}); they find them a little later")]
    private partial void LogUntold(int count, string failure, string reason);
}

/// <summary>The JSON form of news. Kinds go by name, so that processes of different releases understand each other.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(News))]
internal sealed partial class NewsJson : JsonSerializerContext;
