using CardShop.Bot.Hosting;

namespace CardShop.Bot.Tests.Hosting;

public sealed class DataDirectoryTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("cardshop-").FullName;

    [Fact]
    public void Directory_ServesOneProcessAtATime()
    {
        using (DataDirectory.Take(_path))
        {
            var wrong = Assert.Throws<SettingException>(() => DataDirectory.Take(_path));
            Assert.Equal($"CardShop:DataDirectory: '{_path}' is in use by another process; stop that one, or name another directory.", wrong.Message);
        }

        using var next = DataDirectory.Take(_path);
    }

    [Fact]
    public void DirectoryWithoutAStore_ServesSeveral()
    {
        using var first = DataDirectory.Take(_path, alone: false);
        using var second = DataDirectory.Take(_path, alone: false);

        Assert.False(first.IsHeld());
    }

    [Fact]
    public void DirectoryThatCanNotBeMade_IsToldByTheSetting()
    {
        var file = Path.Combine(_path, "file");
        File.WriteAllText(file, "");

        var wrong = Assert.Throws<SettingException>(() => DataDirectory.Take(Path.Combine(file, "data")));

        Assert.StartsWith("CardShop:DataDirectory", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_AreMadeOnce_ForTheOwnersEyesOnly()
    {
        using var directory = DataDirectory.Take(_path);

        var first = DemoSecrets.Load(directory);
        var second = DemoSecrets.Load(directory);

        Assert.Equal(first, second);
        Assert.Equal(3, first.Where(secret => secret.Key != "Shop:KeyId").Select(secret => secret.Value).Distinct().Count());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(directory.File("secrets.json")));
        }
    }

    [Fact]
    public void SecretsThatAreNotJsonAnyMore_AreToldWithTheRemedy()
    {
        using var directory = DataDirectory.Take(_path);
        File.WriteAllText(directory.File("secrets.json"), "{");

        var wrong = Assert.Throws<SettingException>(() => DemoSecrets.Load(directory));

        Assert.Contains("delete it", wrong.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
