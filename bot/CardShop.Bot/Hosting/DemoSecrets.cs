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
        var secrets = ReadOrNone(directory);
        if (Complete(secrets))
        {
            Write(directory.File(FileName), secrets);
        }

        return WithKeyId(secrets);
    }

    /// <summary>The secrets as settings, without writing any: what is not there yet is made up for the moment.</summary>
    public static IReadOnlyDictionary<string, string?> LookAt(DataDirectory directory)
    {
        var secrets = ReadOrNone(directory);
        Complete(secrets);
        return WithKeyId(secrets);
    }

    private static Dictionary<string, string?> ReadOrNone(DataDirectory directory) =>
        directory.File(FileName) is var path && File.Exists(path) ? Read(path) : [];

    /// <summary>Makes those that are missing.</summary>
    /// <returns>Whether any was.</returns>
    private static bool Complete(Dictionary<string, string?> secrets)
    {
        var missing = Generated.Where(name => !secrets.ContainsKey(name)).ToList();
        missing.ForEach(name => secrets.Add(name, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))));
        return missing.Count > 0;
    }

    private static Dictionary<string, string?> WithKeyId(Dictionary<string, string?> secrets) => new(secrets) { ["Shop:KeyId"] = "demo" };

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
