using System.Text;
using CardShop.Bot.Channels.DirectLine;

namespace CardShop.Bot.Hosting;

/// <summary>The secrets of the web channel, under <c>DirectLine</c>.</summary>
internal sealed class DirectLineSecrets : ISettings, IDirectLineSecrets
{
    private const int MinLength = 32;

    public static string Section => "DirectLine";

    public string Secret { get; set; } = "";

    /// <summary>The key as it is configured.</summary>
    public string SigningKey { get; set; } = "";

    ReadOnlyMemory<byte> IDirectLineSecrets.SigningKey => Encoding.UTF8.GetBytes(SigningKey);

    public IEnumerable<(string Setting, string Remedy)> Problems()
    {
        foreach (var (setting, value, use) in new[] { (nameof(Secret), Secret, "the shop's server mints tokens with it"), (nameof(SigningKey), SigningKey, "tokens are signed with it") })
        {
            if (value.Length < MinLength)
            {
                yield return (setting, $"it is missing or shorter than {MinLength} characters; with a real shop (Shop:BaseUrl) it must be configured, {use}");
            }
        }
    }
}

/// <summary>Hands the secrets to the web channel.</summary>
internal static class DirectLineSecretsFeature
{
    public static IServiceCollection AddDirectLineSecrets(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IDirectLineSecrets>(Settings.Read<DirectLineSecrets>(configuration));
}
