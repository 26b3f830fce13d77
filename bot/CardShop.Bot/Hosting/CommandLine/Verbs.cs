namespace CardShop.Bot.Hosting.CommandLine;

/// <summary>Runs a verb: results go to <paramref name="output"/>, and nothing else does.</summary>
/// <param name="arguments">What follows the verb.</param>
/// <param name="input">Standard input.</param>
/// <param name="output">Standard output.</param>
/// <returns>The exit code.</returns>
internal delegate Task<int> Verb(string[] arguments, TextReader input, TextWriter output);

/// <summary>What the host can do besides serving: <c>dotnet run --project bot/CardShop.Bot -- VERB</c>.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Verb> All = new(StringComparer.Ordinal)
    {
        ["doctor"] = DoctorVerb.RunAsync,
        ["evaluate"] = EvaluateVerb.RunAsync,
        ["machine"] = MachineVerb.RunAsync,
        ["migrate"] = MigrateVerb.RunAsync,
        ["understand"] = UnderstandVerb.RunAsync,
    };

    /// <summary>The verb that the command line names; null when it names none, which serves.</summary>
    /// <exception cref="SettingException">It names one that does not exist.</exception>
    public static Verb? Find(string[] arguments)
    {
        if (arguments is not [{ Length: > 0 } name, ..] || name.StartsWith('-'))
        {
            return null;
        }

        return All.GetValueOrDefault(name)
            ?? throw new SettingException($"verb '{name}'", $"there is none of that name; use {string.Join(", ", All.Keys)}, or none to serve");
    }
}
