using CardShop.Bot.Channels;
using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Desk.Handoff;
using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Evidence.Storage;
using CardShop.Bot.Hosting;
using CardShop.Bot.Prevention;
using CardShop.Bot.Shop;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Policies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>The channels on a real server on a free port, with the rest of the house in memory.</summary>
internal sealed class RunningChannels : IAsyncDisposable
{
    public const string Secret = "a-secret-for-tests";

    private readonly WebApplication _app;

    private RunningChannels(WebApplication app, InMemoryHouse house, InMemoryEvidence evidence, MovableTime wall)
    {
        _app = app;
        House = house;
        Evidence = evidence;
        Wall = wall;
        Address = new Uri(app.Urls.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public InMemoryHouse House { get; }

    public InMemoryEvidence Evidence { get; }

    public InMemoryDesk Desk { get; private init; } = new();

    /// <summary>The clock that tokens live by.</summary>
    public MovableTime Wall { get; }

    /// <summary>The shop that the check before paying asks.</summary>
    public ListedShop Shop => (ListedShop)_app.Services.GetRequiredService<IShopReader>();

    public DateTimeOffset Now => _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    public Uri Address { get; }

    public HttpClient Http { get; }

    public static async Task<RunningChannels> StartAsync(params (string Name, string Value)[] settings)
    {
        var wall = new MovableTime();
        var house = new InMemoryHouse(new MovableTime());
        var evidence = new InMemoryEvidence();
        house.Saving = evidence.Keep;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new WallClock(wall));
        builder.Services.AddSingleton<TimeProvider>(new MovableTime());
        builder.Services.AddSingleton<ITurnRunner>(house);
        builder.Services.AddSingleton<ITranscript>(house);
        builder.Services.AddSingleton<IDirectLineSecrets>(new Secrets());
        builder.Services.AddOptions<ShopOptions>().BindConfiguration(ShopOptions.Section);
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddEvidenceIntake(builder.Configuration);
        builder.Services.AddSingleton<IEvidenceBook>(evidence);
        builder.Services.AddSingleton<IEvidenceStore>(evidence);
        builder.Services.AddDocumentLinks(builder.Configuration);
        var desk = new InMemoryDesk();
        builder.Services.AddSingleton<IOutsideDesk>(desk);
        builder.Services.AddSingleton<IShopReader>(new ListedShop());
        builder.Services.AddSingleton(new PolicySettings());
        builder.Services.AddOrderCheck();
        builder.Services.AddChannels(builder.Configuration);
        var app = builder.Build();
        app.MapEvidence();
        app.MapChannels();
        app.MapOrderCheck();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningChannels(app, house, evidence, wall) { Desk = desk };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    /// <summary>The sender that the outbox would take for a conversation.</summary>
    public IChannelSender? Sender(ConversationInfo conversation) =>
        _app.Services.GetServices<IChannelSender>().FirstOrDefault(sender => sender.Serves(conversation));

    /// <summary>A signed link to the upload page of a conversation.</summary>
    public string UploadLink(string conversationId, string? locale = "zh-CN") =>
        $"/evidence/{_app.Services.GetRequiredService<EvidenceTickets>().ForUpload(conversationId, locale, TimeSpan.FromHours(2))}";

    /// <summary>A signed link to the consent page of a conversation.</summary>
    public string ConsentLink(string conversationId, string locale = "zh-CN") =>
        _app.Services.GetRequiredService<EvidenceLinks>().ForIdentity(conversationId, locale).PathAndQuery;

    /// <summary>Where whoever reads a conversation may look at one of its pieces.</summary>
    public string FileAddress(string id) => $"{EvidenceFiles.Root}/{_app.Services.GetRequiredService<EvidenceTickets>().ForFile(id)}";

    /// <summary>Where a person who has given a reason may look at an identity document.</summary>
    public string UncoveredAddress(string id) => $"{EvidenceFiles.Root}/{_app.Services.GetRequiredService<EvidenceTickets>().ForUncovering(id)}";

    /// <summary>Stops the server as Ctrl+C does.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    private sealed class Secrets : IDirectLineSecrets
    {
        public string Secret => RunningChannels.Secret;

        public ReadOnlyMemory<byte> SigningKey { get; } = new byte[32];
    }
}
