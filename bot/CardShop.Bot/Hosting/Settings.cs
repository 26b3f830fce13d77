using Microsoft.Extensions.Options;

namespace CardShop.Bot.Hosting;

/// <summary>A section of the settings that knows what is wrong with it.</summary>
internal interface ISettings
{
    /// <summary>The section's name.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong, each as the setting's name within the section and the remedy.</summary>
    IEnumerable<(string Setting, string Remedy)> Problems();
}

/// <summary>Reads settings once, at the start, and refuses wrong ones by name.</summary>
internal static class Settings
{
    /// <summary>Reads a section, checks it, and hands it to whoever wants its options.</summary>
    public static IServiceCollection AddSettings<TSettings>(this IServiceCollection services, IConfiguration configuration)
        where TSettings : class, ISettings, new() =>
        services.AddSingleton(Options.Create(Read<TSettings>(configuration)));

    /// <summary>Reads a section and checks it.</summary>
    /// <exception cref="SettingException">The first thing that is wrong.</exception>
    public static TSettings Read<TSettings>(IConfiguration configuration)
        where TSettings : class, ISettings, new()
    {
        var settings = Bind<TSettings>(configuration.GetSection(TSettings.Section));
        foreach (var (setting, remedy) in settings.Problems())
        {
            throw new SettingException($"{TSettings.Section}:{setting}", remedy);
        }

        return settings;
    }

    /// <summary>One property at a time, so that a value of the wrong kind is told by its name.</summary>
    private static TSettings Bind<TSettings>(IConfigurationSection section)
        where TSettings : class, ISettings, new()
    {
        var settings = new TSettings();
        foreach (var property in typeof(TSettings).GetProperties().Where(property => property.CanWrite))
        {
            var given = section.GetSection(property.Name);
            try
            {
                if (given.Exists() && given.Get(property.PropertyType) is { } value)
                {
                    property.SetValue(settings, value);
                }
            }
            catch (InvalidOperationException)
            {
                throw new SettingException(given.Path, $"'{given.Value}' is not {Describe(property.PropertyType)}");
            }
        }

        return settings;
    }

    private static string Describe(Type type) => type switch
    {
        { IsEnum: true } => $"one of {string.Join(", ", Enum.GetNames(type).Select(name => name.ToLowerInvariant()))}",
        _ when type == typeof(TimeSpan) => "a time span such as 00:00:30",
        _ when type == typeof(bool) => "true or false",
        _ => "a number",
    };
}
