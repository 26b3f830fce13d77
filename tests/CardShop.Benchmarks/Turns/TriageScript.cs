using System.Globalization;
using System.Text;

namespace CardShop.Benchmarks.Turns;

/// <summary>
/// Customers in triage: each message tells the error or corrects it, and is answered with the question for the order's number. A connection goes through
/// conversations of its own, each taken up again some turns later, as in a shop on a busy evening.
/// </summary>
internal sealed class TriageScript
{
    private const int ConversationsEach = 32;
    private const int TurnsPerConversation = 24;

    private static readonly string[] Words = ["账号充错了", "不对，是面额选错了"];

    private readonly int[] _sent;
    private readonly string _run;

    /// <param name="connections">How many connections speak.</param>
    /// <param name="run">Names the run, so that no conversation of an earlier one is taken up.</param>
    public TriageScript(int connections, string run)
    {
        _sent = new int[connections];
        _run = run;
    }

    /// <summary>The next request of a connection.</summary>
    public byte[] Next(int connection)
    {
        var turn = _sent[connection]++;
        var generation = turn / (ConversationsEach * TurnsPerConversation);
        var conversation = string.Create(CultureInfo.InvariantCulture, $"{_run}-{connection}-{generation}-{turn % ConversationsEach}");
        return Message(conversation, string.Create(CultureInfo.InvariantCulture, $"m{turn}"), Words[turn / ConversationsEach % Words.Length]);
    }

    /// <summary>A message as a connector channel posts it, to be answered in the response.</summary>
    public static byte[] Message(string conversation, string id, string text) => Encoding.UTF8.GetBytes(
        $$"""
        {"type":"message","id":"{{id}}","timestamp":"2026-11-22T10:00:00.000Z","channelId":"emulator","deliveryMode":"expectReplies","serviceUrl":"http://localhost:56150","conversation":{"id":"{{conversation}}"},"from":{"id":"u-{{conversation}}","name":"User","role":"user"},"recipient":{"id":"bot","name":"Bot","role":"bot"},"textFormat":"plain","locale":"zh-CN","text":"{{text}}"}
        """);
}
