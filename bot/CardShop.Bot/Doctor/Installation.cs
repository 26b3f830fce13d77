using CardShop.Bot.Channels.DirectLine;
using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.SecondOpinions;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Dialogs.Understanding.SecondOpinions;
using CardShop.Persistence;
using CardShop.ShopContract;
using CardShop.Understanding.Model;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Doctor;

/// <summary>The checks of this installation: settings, data, model, clock and shop. Nothing is changed, and a running bot is not disturbed.</summary>
internal sealed class Installation(IConfiguration configuration, DataDirectory directory, IDbContextFactory<BotDbContext> contexts, HttpClient http, WallClock wall)
{
    private const string ShopTimeZone = "Asia/Shanghai";
    private const string Sample = "账号填错了";
    private const string Doubtful = "那个那个搞得不太对劲";

    public IEnumerable<Check> All =>
    [
        Check.Of("configuration", Configuration),
        Check.Of("data directory", Directory),
        new("database", DatabaseAsync),
        new("migrations", MigrationsAsync),
        Check.Of("understanding", Understanding),
        new("language model", LanguageModelAsync),
        Check.Of("time zone", TimeZone),
        new("shop and clock", ShopAsync),
    ];

    private Finding Configuration()
    {
        Settings.Read<CardShopOptions>(configuration);
        Settings.Read<DatabaseOptions>(configuration);
        Settings.Read<DirectLineOptions>(configuration);
        Settings.Read<DirectLineSecrets>(configuration);
        Settings.Read<OutboxOptions>(configuration);
        var shop = Settings.Read<ShopOptions>(configuration);
        return Finding.Good($"{(shop.IsDemo ? "the demo shop" : shop.BaseUrl)}, commands {shop.Commands.ToString().ToLowerInvariant()}");
    }

    private Finding Directory()
    {
        if (!System.IO.Directory.Exists(directory.Path))
        {
            return Finding.Skipped($"{directory.Path} is not there yet; the first start makes it");
        }

        try
        {
            var probe = directory.File($"doctor-{Guid.NewGuid():N}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CheckFailedException($"{directory.Path} can't be written to ({failure.Message}); let this user write there, or set CardShop:DataDirectory");
        }

        return Finding.Good($"{directory.Path}, {(directory.IsHeld() ? "held by a running bot" : "free")}");
    }

    private async Task<Finding> DatabaseAsync(CancellationToken cancellationToken)
    {
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        return await store.Database.CanConnectAsync(cancellationToken)
            ? Finding.Good($"{store.Database.ProviderName} answers")
            : Settings.Read<DatabaseOptions>(configuration).IsOwnFile ? Finding.Skipped("there is none yet; the first start, or the verb migrate, makes it")
            : throw new CheckFailedException("it can't be reached; the verb migrate says why, and makes it if the server lets it");
    }

    private async Task<Finding> MigrationsAsync(CancellationToken cancellationToken)
    {
        await using var store = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await store.Database.CanConnectAsync(cancellationToken))
        {
            return Finding.Skipped("there is no database yet");
        }

        var missing = (await store.Database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        CheckFailedException.Unless(missing.Count == 0, $"{missing.Count} are missing, the last one {missing.LastOrDefault()}; stop the bot and run the verb migrate");
        return Finding.Good($"up to date, {store.Database.GetMigrations().Last()}");
    }

    private static Finding Understanding()
    {
        var understood = new LearnedUnderstanding(TrainedModel.Bytes).Understand(Sample, asked: null);
        CheckFailedException.Unless(understood is { Intent: Intent.ReportError, Sure: true }, $"the model reads '{Sample}' as {understood.Intent}; build the solution again");
        return Finding.Good($"'{Sample}' is {understood.Intent}, {understood.Problem}");
    }

    /// <summary>A made-up message, asked about as a doubtful one would be.</summary>
    private async Task<Finding> LanguageModelAsync(CancellationToken cancellationToken)
    {
        var options = Settings.Read<ModelOptions>(configuration);
        if (!options.IsOn)
        {
            return Finding.Skipped("none is asked; CardShop:Model:Endpoint names one");
        }

        var question = new DoubtfulMessages(new LexiconUnderstanding()).QuestionOf(new CustomerSaid(Doubtful), ConversationState.New)!;
        using var model = new LanguageModel(options, wall.Time);
        try
        {
            var begun = wall.Time.GetTimestamp();
            var opinion = question.Read(await model.AskAsync(question, cancellationToken));
            CheckFailedException.Unless(opinion is not null, $"{options.Name} does not keep to the form that it is given; take a model that follows instructions");
            return Finding.Good($"{options.Name} takes '{Doubtful}' for {opinion!.Intent}, in {wall.Time.GetElapsedTime(begun).TotalSeconds:0.0} s");
        }
        catch (Exception failure) when (failure is not CheckFailedException)
        {
            throw new CheckFailedException($"{options.Name} at {options.Endpoint} did not answer within {options.Timeout.TotalSeconds:0.#} s ({failure.GetType().Name}); look at CardShop:Model, or empty CardShop:Model:Endpoint");
        }
    }

    private static Finding TimeZone() => TimeZoneInfo.TryFindSystemTimeZoneById(ShopTimeZone, out _)
        ? Finding.Good(ShopTimeZone)
        : throw new CheckFailedException($"the system does not know {ShopTimeZone}; install its time zone data (tzdata)");

    /// <summary>A signed question to the shop: reachable, key known, and clocks near enough for signatures.</summary>
    private async Task<Finding> ShopAsync(CancellationToken cancellationToken)
    {
        var shop = Settings.Read<ShopOptions>(configuration);
        if (shop.IsDemo)
        {
            return Finding.Skipped("the demo shop lives in the bot's own process and has its clock");
        }

        var address = new Uri(shop.BaseUrl.TrimEnd('/') + "/");
        var reply = await new Contract.ShopUnderTest(http, address, shop.KeyId, shop.Secret, wall).GetAsync(ShopRoutes.Products, cancellationToken);
        var apart = (reply.Headers.Date is { } date ? wall.Now - date : TimeSpan.Zero).Duration();
        CheckFailedException.Unless(
            apart <= RequestSignature.Tolerance, $"the clocks are {apart.TotalSeconds:0} s apart, and signatures allow {RequestSignature.Tolerance.TotalSeconds:0}; set this machine's clock (NTP)");
        return Finding.Good($"{address} sells {reply.Expect<ProductList>().Products.Count} products, clocks {apart.TotalSeconds:0} s apart");
    }
}
