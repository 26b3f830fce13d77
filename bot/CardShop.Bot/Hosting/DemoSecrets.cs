using System.Security.Cryptography;
using System.Text.Json;

namespace CardShop.Bot.Hosting;

/// <summary>
/// The secrets between the demo's parts: made at the first start, kept in the data directory for its owner's eyes only, and overridden by whatever is
/// configured. With a real shop nothing is generated: a secret that nobody else knows would only look like security.
/// </summary>
internal static class DemoSecrets
{
    private const string FileName = "secrets.json";
    private const int SecretBytes = 32;

    private static readonly string[] Generated = ["Shop:Secret", "DirectLine:Secret", "DirectLine:SigningKey"];

    /// <summary>The secrets, as settings.</summary>
    public static IReadOnlyDictionary<string, string?> Load(DataDirectory directory)
    {
        var path = directory.File(FileName);
        var secrets = File.Exists(path) ? Read(path) : [];
        if (Generated.Any(name => !secrets.ContainsKey(name)))
        {
            foreach (var name in Generated)
            {
                secrets.TryAdd(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes)));
            }

            Write(path, secrets);
        }

        return new Dictionary<string, string?>(secrets) { ["Shop:KeyId"] = "demo" };
    }

    private static Dictionary<string, string?> Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllBytes(path)) ?? [];
        }
        catch (JsonException)
        {
            throw new SettingException(
                $"{CardShopOptions.Section}:{nameof(CardShopOptions.DataDirectory)}", $"'{path}' is not JSON any more; delete it, and new secrets are made");
        }
    }

    /// <summary>Written aside and moved into place, so that a start cut short leaves no half of it.</summary>
    private static void Write(string path, Dictionary<string, string?> secrets)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, secrets);
        }

        File.Move(draft, path, overwrite: true);
    }
}
