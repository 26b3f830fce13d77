using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>The bot's mind: one pure, total function. It never throws for anything a customer or a shop can say.</summary>
public sealed class Engine(IUnderstanding understanding) : IEngine
{
    /// <inheritdoc />
    public TurnResult Decide(Turn turn)
    {
        ArgumentNullException.ThrowIfNull(turn);
        _ = understanding;
        return new NeedsFacts([]);
    }
}
