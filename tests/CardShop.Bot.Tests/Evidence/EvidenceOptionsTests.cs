using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using Microsoft.Extensions.Configuration;

namespace CardShop.Bot.Tests.Evidence;

public sealed class EvidenceOptionsTests
{
    [Fact]
    public void Defaults_AreThoseOfTheRules()
    {
        var options = Settings.Read<EvidenceOptions>(Configuration());

        Assert.Equal((EvidenceStoreKind.Folder, 10 * 1024 * 1024, 10, 20, 40_000_000L), (options.Store, options.MaxFileBytes, options.MaxFilesPerMessage, options.MaxFilesPerCase, options.MaxPixels));
    }

    [Theory]
    [InlineData("Evidence:Store", "tape", "Evidence:Store: 'tape' is not one of folder, s3, azure.")]
    [InlineData("Evidence:MaxFileBytes", "0", "Evidence:MaxFileBytes: '0' is out of range; between 1024 and 104857600, such as 10485760.")]
    [InlineData("Evidence:PublicUrl", "shop", "Evidence:PublicUrl: 'shop' is not a full http or https address such as https://help.shop.example.")]
    [InlineData("Evidence:Store", "s3", "Evidence:S3:Bucket: it is empty; name the bucket that evidence is kept in.")]
    [InlineData("Evidence:Store", "azure", "Evidence:Azure:ConnectionString: it is empty; give the storage account's connection string.")]
    public void WrongSetting_IsToldInOneLine_WithTheRemedy(string setting, string value, string line)
    {
        var wrong = Assert.Throws<SettingException>(() => Settings.Read<EvidenceOptions>(Configuration((setting, value))));

        Assert.Equal(line, wrong.Message);
    }

    [Fact]
    public void S3_IsReadWithAllThatBelongsToIt()
    {
        var options = Settings.Read<EvidenceOptions>(
            Configuration(("Evidence:Store", "s3"), ("Evidence:S3:Bucket", "b"), ("Evidence:S3:Region", "ap-east-1"), ("Evidence:S3:AccessKey", "k"), ("Evidence:S3:SecretKey", "s")));

        Assert.Equal(("b", "ap-east-1", "k", "s"), (options.S3.Bucket, options.S3.Region, options.S3.AccessKey, options.S3.SecretKey));
    }

    private static IConfiguration Configuration(params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
}
