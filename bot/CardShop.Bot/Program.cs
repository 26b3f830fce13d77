using CardShop.Bot.Channels;
using CardShop.Bot.Desk;
using CardShop.Bot.Documents;
using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Bot.Hosting.CommandLine;
using CardShop.Bot.Hosting.Health;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.Prevention;
using CardShop.Bot.SecondOpinions;
using CardShop.Bot.Shop;
using CardShop.Bot.Shop.Events;
using CardShop.Bot.Telemetry;
using CardShop.Bot.Turns;

return await Start.GuardAsync(async () =>
{
    if (Verbs.Find(args) is { } verb)
    {
        return await verb(args[1..], Console.In, Console.Out);
    }

    var builder = BotApplication.CreateBuilder(args);
    using var directory = builder.TakeDataDirectory();
    builder.AddDemoShop(directory);
    builder.Services
        .AddClocks()
        .AddKeys(directory)
        .AddErrors()
        .AddHealth()
        .AddPersistence(builder.Configuration)
        .AddShop(builder.Configuration)
        .AddShopEvents()
        .AddSecondOpinions(builder.Configuration)
        .AddTurns()
        .AddOutbox(builder.Configuration)
        .AddDirectLineSecrets(builder.Configuration)
        .AddEvidence(builder.Configuration)
        .AddDocuments(builder.Configuration)
        .AddDesk(builder.Configuration)
        .AddChannels(builder.Configuration)
        .AddOrderCheck()
        .AddDeskSite()
        .AddScheduling()
        .AddTelemetry(builder.Configuration);

    await using var app = builder.Build();
    app.BeginPersistence();
    app.BeginDemoShop();
    app.UseErrors();
    app.MapHealth();
    app.MapTelemetry();
    app.MapEvidence();
    app.MapDocuments();
    app.MapShopEvents();
    app.MapChannels();
    app.MapOrderCheck();
    app.MapDemoShop();
    app.MapDeskSite();

    await app.RunAsync();
    return 0;
});
