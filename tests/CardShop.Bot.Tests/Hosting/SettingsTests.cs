using CardShop.Bot.Hosting;
using CardShop.Bot.Outbox;
using CardShop.Bot.Persistence;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CardShop.Bot.Tests.Hosting;

public sealed class SettingsTests
{
    [Fact]
    public void Settings_AreReadByName()
    {
        var options = Settings.Read<ShopOptions>(Configuration(("Shop:Commands", "shadow"), ("Shop:ReadTimeout", "00:00:07")));

        Assert.Equal((CommandMode.Shadow, TimeSpan.FromSeconds(7), true), (options.Commands, options.ReadTimeout, options.IsDemo));
    }

    [Theory]
    [InlineData("Shop:Commands", "banana", "Shop:Commands: 'banana' is not one of live, shadow, off.")]
    [InlineData("Shop:ReadTimeout", "soon", "Shop:ReadTimeout: 'soon' is not a time span such as 00:00:30.")]
    [InlineData("Shop:ReadTimeout", "-00:00:01", "Shop:ReadTimeout: '-00:00:01' is out of range; between 00:00:00.001 and 00:01:00.")]
    [InlineData("Shop:BaseUrl", "ftp://shop", "Shop:BaseUrl: 'ftp://shop' is not an http address; give one such as https://shop.example/v1/, or leave it empty for the demo shop.")]
    [InlineData("Shop:Secret", "short", "Shop:Secret: it is missing or shorter than 16 characters; a real shop (Shop:BaseUrl) needs the secret of Shop:KeyId.")]
    public void WrongSetting_IsToldInOneLine_WithTheRemedy(string setting, string value, string line)
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<ShopOptions>(Configuration((setting, value))));

        Assert.Equal(line, wrong.Message);
    }

    [Fact]
    public void RealShop_NeedsItsKey()
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<ShopOptions>(Configuration(("Shop:BaseUrl", "https://shop.example/v1"), ("Shop:KeyId", ""))));

        Assert.StartsWith("Shop:KeyId: it is missing", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Outbox:Parallelism", "0")]
    [InlineData("Outbox:Parallelism", "many")]
    [InlineData("Outbox:LongestPause", "00:00:00.1")]
    [InlineData("Outbox:AbandonAfter", "00:00:00")]
    public void Outbox_RefusesWhatItCanNotWorkWith(string setting, string value)
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<OutboxOptions>(Configuration((setting, value))));

        Assert.StartsWith(setting, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CardShop:DataDirectory", " ")]
    [InlineData("CardShop:ChangeWindow", "00:00:00")]
    public void CardShop_RefusesWhatItCanNotWorkWith(string setting, string value)
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<CardShopOptions>(Configuration((setting, value))));

        Assert.StartsWith(setting, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("banana", "", "Database:Provider: 'banana' is not one of sqlite, postgresql.")]
    [InlineData("postgresql", "", "Database:ConnectionString: it is missing; Database:Provider postgresql needs one such as Host=db;Database=cardshop;Username=bot;Password=secret.")]
    [InlineData("sqlite", "Host=db", "Database:ConnectionString: it is for postgresql only; set Database:Provider to postgresql, or leave it empty: SQLite's file is in CardShop:DataDirectory.")]
    [InlineData("postgresql", "Host", "Database:ConnectionString: it can't be read (")]
    [InlineData("postgresql", "Host=db;Sslmode=banana", "Database:ConnectionString: it can't be read (")]
    [InlineData("postgresql", "Database=d", "Database:ConnectionString: it names no host")]
    [InlineData("postgresql", "Host=db;Maximum Pool Size=2", "Database:ConnectionString: its Maximum Pool Size is 2; it must be 6 or more.")]
    public void Database_RefusesWhatItCanNotWorkWith(string provider, string connectionString, string line)
    {
        var configuration = Configuration(("Database:Provider", provider), ("Database:ConnectionString", connectionString));

        var wrong = Assert.Throws<SettingException>(() => new ServiceCollection().AddPersistence(configuration));

        Assert.StartsWith(line, wrong.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Setting, string Value)[] given)
    {
        var settings = new Dictionary<string, string?> { ["Shop:KeyId"] = "key", ["Shop:Secret"] = "0123456789abcdef" };
        foreach (var (setting, value) in given)
        {
            settings[setting] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
