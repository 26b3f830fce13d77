using System.Text.Json;
using CardShop.Activities;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Channels;

/// <summary>A message activity, as the engine takes it.</summary>
internal static class CustomerWords
{
    /// <summary>How much of a text the engine gets. The transcript keeps all of it.</summary>
    public const int MaxLength = 4_000;

    /// <summary>What the customer said, pressed or sent.</summary>
    public static CustomerSaid Read(Activity message, IReadOnlyList<ArrivedFile> files) =>
        new(Cut(message.Text ?? ""), ReadChoice(message.Value), message.Locale) { Files = files };

    /// <summary>Cuts between characters, never within an emoji.</summary>
    private static string Cut(string text)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>Cards of ours hand back <c>{"question","option"}</c>; what other cards hand back means nothing here.</summary>
    private static Choice? ReadChoice(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } data
        && Member(data, "question") is { } question
        && Member(data, "option") is { } option
            ? new Choice(question, option)
            : null;

    private static string? Member(JsonElement data, string name) =>
        data.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? member.GetString() : null;
}
