using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Bot.Tests.Shop;

/// <summary>A shop on a real socket that answers as a test tells it to, and the gateway that speaks with it.</summary>
internal sealed class TestShop : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ServiceProvider _gateway;
    private int _requests;

    private TestShop(WebApplication server, ServiceProvider gateway)
    {
        _server = server;
        _gateway = gateway;
    }

    /// <summary>How it answers.</summary>
    public RequestDelegate Answer { get; set; } = _ => Task.CompletedTask;

    /// <summary>How many requests reached it.</summary>
    public int Requests => _requests;

    public IShopReader Reader => _gateway.GetRequiredService<IShopReader>();

    public IShopCommands Commands => _gateway.GetRequiredService<IShopCommands>();

    public static async Task<TestShop> StartAsync(RequestDelegate answer, TimeSpan? patience = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        TestShop? shop = null;
        server.Run(context =>
        {
            Interlocked.Increment(ref shop!._requests);
            return shop.Answer(context);
        });
        await server.StartAsync();
        shop = new TestShop(server, BuildGateway(server, patience ?? TimeSpan.FromSeconds(20))) { Answer = answer };
        return shop;
    }

    /// <summary>Answers a JSON body.</summary>
    public static RequestDelegate Json(int status, string body, string contentType = "application/json") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Answers a refusal of the contract.</summary>
    public static RequestDelegate Problem(int status, string code) =>
        Json(status, $$"""{"code":"{{code}}","title":"no","status":{{status}}}""", "application/problem+json");

    /// <summary>Drops the connection.</summary>
    public static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>Never answers.</summary>
    public static Task Silence(HttpContext context) => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);

    /// <summary>Begins an answer, and never ends it.</summary>
    public static async Task Drip(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{");
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Silence(context);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static ServiceProvider BuildGateway(WebApplication server, TimeSpan patience)
    {
        var own = new OwnAddress(server.Services.GetRequiredService<IServer>(), server.Lifetime);
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Shop:BaseUrl"] = server.Urls.First(),
                ["Shop:KeyId"] = "key",
                ["Shop:Secret"] = "0123456789abcdef",
                ["Shop:ReadTimeout"] = patience.ToString(),
                ["Shop:CommandTimeout"] = patience.ToString(),
                ["Shop:BestEffortTimeout"] = patience.ToString(),
            })
            .Build();
        return new ServiceCollection()
            .AddClocks()
            .AddLogging()
            .AddShop(configuration)
            .AddSingleton(own)
            .BuildServiceProvider();
    }
}
