using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Tests.Fakes;

/// <summary>An engine that decides what a test tells it to, and remembers what it was asked.</summary>
internal sealed class ScriptedEngine : IEngine
{
    private readonly List<Turn> _turns = [];

    /// <summary>What it makes of a turn; by default it answers every turn with one message and wants nothing.</summary>
    public Func<Turn, TurnResult> Script { get; set; } = turn => Says(turn.Incoming.GetType().Name);

    /// <summary>The turns that it has decided, in order.</summary>
    public IReadOnlyList<Turn> Turns
    {
        get
        {
            lock (_turns)
            {
                return [.. _turns];
            }
        }
    }

    public TurnResult Decide(Turn turn)
    {
        var result = Script(turn);
        if (result is Decided)
        {
            lock (_turns)
            {
                _turns.Add(turn);
            }
        }

        return result;
    }

    /// <summary>A decision that says one thing and wants nothing.</summary>
    public static Decided Says(string text) => new()
    {
        State = ConversationState.New,
        Events = [],
        Commands = [],
        Deadlines = [],
        Messages = [Message(text)],
    };

    /// <summary>A decision that says nothing and sends commands.</summary>
    public static Decided Sends(params ShopCommand[] commands) => Says("sending") with { Commands = commands };

    public static Message Message(string text) => new() { Key = "test", Text = text, Locale = "zh-CN" };
}
