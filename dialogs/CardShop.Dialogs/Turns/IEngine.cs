namespace CardShop.Dialogs.Turns;

/// <summary>Decides turns; the seam between the pure core and the runner that saves and sends.</summary>
public interface IEngine
{
    /// <summary>Decides what a turn comes to.</summary>
    TurnResult Decide(Turn turn);
}
