using System.Text.Json;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.Learning;
using CardShop.Understanding.Model;

namespace CardShop.Bot.Hosting.CommandLine;

/// <summary><c>understand</c>: answers each message on standard input, one JSON line each, with what it was understood as.</summary>
internal static class UnderstandVerb
{
    public static async Task<int> RunAsync(string[] _, TextReader input, TextWriter output)
    {
        var understanding = new LearnedUnderstanding(TrainedModel.Bytes);
        await foreach (var message in JsonLines.ReadAsync<MessageToUnderstand>(input, "standard input"))
        {
            var understood = UnderstoodJson.Of(message.Id, understanding.Understand(message.Text, message.Asked, message.Now));
            await output.WriteLineAsync(JsonSerializer.Serialize(understood, DialogsJson.House));
        }

        return 0;
    }
}
