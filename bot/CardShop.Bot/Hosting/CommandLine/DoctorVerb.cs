using System.Text.Json;
using CardShop.Bot.Doctor;
using CardShop.Bot.Doctor.Contract;
using CardShop.Bot.Persistence;
using CardShop.Bot.Shop;
using CardShop.Persistence;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary>
/// <c>doctor</c>: looks at this installation. <c>doctor --shop URL [--orders FILE]</c>: runs the whole contract against a shop's test address. One line a check;
/// exit code 0 when all is well, 1 when something is wrong, 2 when the command line is.
/// </summary>
internal static class DoctorVerb
{
    private const int SomethingWrong = 1;
    private const string ShopOption = "--shop";
    private const string OrdersOption = "--orders";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(string[] arguments, TextReader _, TextWriter output)
    {
        var settings = arguments.ToList();
        var shop = Take(settings, ShopOption);
        var orders = Take(settings, OrdersOption);
        var builder = BotApplication.CreateBuilder([.. settings]);
        using var directory = builder.LookAtDataDirectory();
        using var http = new HttpClient { Timeout = Patience };
        var examination = new Examination(output);
        if (shop is null)
        {
            Refuse(orders is not null, OrdersOption, $"it goes with {ShopOption}; give the shop's test address");
            await ExamineInstallationAsync(builder, directory, http, examination);
        }
        else
        {
            await ExamineShopAsync(builder.Configuration, ToAddress(shop), orders, http, examination);
        }

        await examination.CloseAsync();
        return examination.IsGood ? 0 : SomethingWrong;
    }

    private static async Task ExamineInstallationAsync(WebApplicationBuilder builder, DataDirectory directory, HttpClient http, Examination examination)
    {
        builder.Services.AddPersistence(builder.Configuration);
        await using var app = builder.Build();
        var contexts = app.Services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        await examination.RunAsync(new Installation(builder.Configuration, directory, contexts, http, new WallClock(Clocks.Wall)).All, CancellationToken.None);
    }

    private static async Task ExamineShopAsync(IConfiguration configuration, Uri address, string? file, HttpClient http, Examination examination)
    {
        var listed = file is null ? null : await ReadAsync(file);
        var wall = new WallClock(Clocks.Wall);
        var key = Settings.Read<ShopOptions>(configuration);
        var shop = new ShopUnderTest(http, address, key.KeyId, key.Secret, wall);
        TestOrders? orders = null;
        Check[] first =
        [
            Check.Of("a signed question", "answered", async token => (await shop.GetAsync(ShopRoutes.Products, token)).ExpectStatus(200)),
            Check.Of("test orders", "at hand", async token => orders = listed ?? await MakeAsync(http, address, token)),
        ];
        foreach (var check in first)
        {
            // Without these two, every other line would only say the same again.
            if (!await examination.RunAsync(check, CancellationToken.None))
            {
                return;
            }
        }

        await examination.RunAsync(
            [
                .. new SigningChecks(shop, wall).All,
                .. new ReadingChecks(shop, orders!).All,
                .. new CommandChecks(shop, orders!).All,
                .. new TellingChecks(shop, orders!, wall).All,
            ],
            CancellationToken.None);
    }

    private static Task<TestOrders> MakeAsync(HttpClient http, Uri address, CancellationToken cancellationToken) => DemoTestOrders.IsDemo(address)
        ? DemoTestOrders.MakeAsync(http, address, cancellationToken)
        : throw new CheckFailedException($"a shop that is not the demo needs orders to try; list them with {OrdersOption} FILE, as the README shows");

    private static async Task<TestOrders> ReadAsync(string path)
    {
        Refuse(!File.Exists(path), OrdersOption, $"there is no file '{path}'; give the path of a JSON file with test orders");
        try
        {
            return JsonSerializer.Deserialize<TestOrders>(await File.ReadAllBytesAsync(path), JsonSerializerOptions.Web) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            throw new SettingException(OrdersOption, $"'{path}' can't be read ({wrong.Message.TrimEnd('.')}); give the orders as the README shows");
        }
    }

    private static Uri ToAddress(string given)
    {
        var isAddress = Uri.TryCreate(given.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        Refuse(!isAddress, ShopOption, $"'{given}' is not an http address; give one such as http://localhost:3978/sandbox/shop/v1");
        return address!;
    }

    /// <summary>Takes an option and its value out of the command line; the rest are settings.</summary>
    private static string? Take(List<string> arguments, string option)
    {
        var at = arguments.IndexOf(option);
        if (at < 0)
        {
            return null;
        }

        Refuse(at + 1 == arguments.Count, option, "its value is missing; give it after the option");
        var value = arguments[at + 1];
        arguments.RemoveRange(at, 2);
        return value;
    }

    private static void Refuse(bool isWrong, string option, string remedy)
    {
        if (isWrong)
        {
            throw new SettingException(option, remedy);
        }
    }
}
