using CardShop.Bot.Persistence;
using CardShop.Sandbox;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary><c>migrate</c>: brings the database up to date and exits.</summary>
internal static class MigrateVerb
{
    public static async Task<int> RunAsync(string[] arguments, TextReader _, TextWriter output)
    {
        var builder = BotApplication.CreateBuilder(arguments);
        using var directory = builder.TakeDataDirectory();
        builder.AddDemoShop(directory);
        builder.Services.AddPersistence(builder.Configuration);
        await using var app = builder.Build();
        var applied = await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
        if (app.Services.GetService<SandboxSetup>() is not null)
        {
            await app.Services.MigrateSandboxAsync(CancellationToken.None);
        }

        foreach (var migration in applied)
        {
            await output.WriteLineAsync(migration);
        }

        return 0;
    }
}
