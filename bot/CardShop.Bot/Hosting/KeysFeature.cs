using Microsoft.AspNetCore.DataProtection;

namespace CardShop.Bot.Hosting;

/// <summary>
/// The host's own keys (Data Protection), with which links are signed and evidence is sealed. They live in the data directory: without them evidence can't be read any
/// more, so that they are backed up with it; processes that share a store share this folder.
/// </summary>
internal static class KeysFeature
{
    private const string Folder = "keys";

    public static IServiceCollection AddKeys(this IServiceCollection services, DataDirectory directory)
    {
        services.AddDataProtection().SetApplicationName("CardShop.Bot").PersistKeysToFileSystem(new DirectoryInfo(directory.File(Folder)));
        return services;
    }
}
