using CardShop.Dialogs.Cases;

namespace CardShop.Dialogs.Understanding;

/// <summary>Makes sense of what a customer typed. Pure: the same message always means the same.</summary>
public interface IUnderstanding
{
    /// <summary>Understands one message.</summary>
    /// <param name="text">As typed; any length, any characters.</param>
    /// <param name="asked">What the bot has just asked for, or null.</param>
    /// <param name="now">The moment of the message, in the customer's offset; without it no time is read.</param>
    Understood Understand(string text, Asks? asked, DateTimeOffset? now = null);
}
