using CardShop.Testing;
using Npgsql;

namespace CardShop.EndToEnd.Tests.Infrastructure;

/// <summary>Two bots as processes of their own on one PostgreSQL store, and the demo shop in a third one, which both reach as a real shop.</summary>
public sealed class TwoHosts : IAsyncDisposable
{
    private static readonly (string Name, string Value)[] Secrets =
    [
        ("Shop:KeyId", "key"),
        ("Shop:Secret", "a secret for tests, shared by all"),
        ("DirectLine:Secret", "another secret for tests, shared by all"),
        ("DirectLine:SigningKey", "a signing key for tests, shared by all"),
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly PostgreSqlStore _store;

    private TwoHosts(PostgreSqlStore store, HostProcess shop, HostProcess first, HostProcess second) =>
        (_store, Shop, First, Second) = (store, shop, first, second);

    public HostProcess Shop { get; }

    public HostProcess First { get; }

    public HostProcess Second { get; }

    /// <summary>Starts all three. The store is empty: both bots find out that it has to be brought up to date.</summary>
    public static async Task<TwoHosts> StartAsync()
    {
        var store = await PostgreSqlStores.CreateAsync(isEmpty: true);
        var shop = await HostProcess.StartNewAsync(Secrets);
        (string, string)[] settings =
        [
            .. Secrets,
            ("Shop:BaseUrl", new Uri(shop.Address, "sandbox/shop/v1/").AbsoluteUri),
            ("Shop:EventsInterval", "00:00:00.500"),
            ("Database:Provider", "postgresql"),
            ("Database:ConnectionString", store.ConnectionString),
        ];
        var bots = await Task.WhenAll(HostProcess.StartNewAsync(settings), HostProcess.StartNewAsync(settings));
        return new TwoHosts(store, shop, bots[0], bots[1]);
    }

    /// <summary>Each in turn.</summary>
    public HostProcess Of(int index) => index % 2 == 0 ? First : Second;

    /// <summary>Opens a conversation, through the first.</summary>
    public async Task<Talk> OpenAsync(string customerId)
    {
        using var atShop = await Talk.OpenAsync(Shop, customerId);
        var talk = atShop.Through(First);
        await talk.StartAsync();
        return talk;
    }

    /// <summary>Ends the connections on which the bots hear each other, once both have one.</summary>
    public async Task CutListenersAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await CountAsync("pid") < 2)
        {
            await Task.Delay(50, patience.Token);
        }

        Assert.Equal(2, await CountAsync("pg_terminate_backend(pid, 10000)"));
    }

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
        await Shop.DisposeAsync();
        await _store.DisposeAsync();
    }

    /// <summary>Counts something of the listening connections.</summary>
    private async Task<int> CountAsync(string what)
    {
        await using NpgsqlConnection connection = new(_store.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(
            $"SELECT count({what})::int FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%listening' AND query LIKE 'LISTEN%'",
            connection);
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
