using System.Text.Json;
using CardShop.Dialogs.Json;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary>Reads JSON Lines; a line that can't be read ends it with the line's number.</summary>
internal static class JsonLines
{
    /// <summary>Reads one record a line; empty lines are passed over.</summary>
    /// <exception cref="SettingException">A line is no such record.</exception>
    public static async IAsyncEnumerable<TLine> ReadAsync<TLine>(TextReader input, string name)
    {
        for (var number = 1; await input.ReadLineAsync() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse<TLine>(line, name, number);
        }
    }

    private static TLine Parse<TLine>(string line, string name, int number)
    {
        try
        {
            return JsonSerializer.Deserialize<TLine>(line, DialogsJson.House) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            throw new SettingException($"{name}, line {number}", $"it can't be read ({wrong.Message.TrimEnd('.')}); give one JSON object a line, as the README shows");
        }
    }
}
