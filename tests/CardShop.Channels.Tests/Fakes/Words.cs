using CardShop.Dialogs.Replies;

namespace CardShop.Channels.Tests.Fakes;

/// <summary>Messages for tests.</summary>
internal static class Words
{
    public static Message Of(string key, string text, Card? card = null, string? question = null, params Option[] options) => new()
    {
        Key = key,
        Text = text,
        Locale = "zh-CN",
        Card = card,
        QuestionId = question,
        Options = options,
    };
}
