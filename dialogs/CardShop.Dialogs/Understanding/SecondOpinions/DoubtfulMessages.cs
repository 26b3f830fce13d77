using System.Text.Json.Nodes;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Json;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Understanding.SecondOpinions;

/// <summary>Knows which messages somebody else may be asked about: those that neither the bot understands for sure nor a rule of the conversation settles.</summary>
/// <param name="understanding">The bot's own understanding.</param>
public sealed class DoubtfulMessages(IUnderstanding understanding)
{
    private const int Longest = 600;
    private const int Shortest = 4;

    private readonly LexiconUnderstanding _lexicon = new();

    /// <summary>What to ask about a message; null where nobody is asked.</summary>
    /// <param name="said">What the customer has said.</param>
    /// <param name="state">Where the conversation stands.</param>
    public OpinionQuestion? QuestionOf(CustomerSaid said, ConversationState state)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(state);
        var asked = state.Asked?.Asks;
        if (state.Person is not null || said.Choice is not null || said.Text.Length > Longest || asked is Asks.Confirm or Asks.Evidence)
            return null;
        var heard = Heard.Of(said, state, understanding);
        if (heard.Option is not null || heard.Understood is { Sure: true } or { Intent: Intent.Answer or Intent.Affirm or Intent.Deny })
            return null;
        var (found, _) = _lexicon.Judge(heard.Text, asked);
        return found.Core.Length < Shortest || MessageMask.Of(found, heard.Understood.Entities) is not { } mask
            ? null
            : new OpinionQuestion(Written(mask.Text, asked), new OpinionReader(found, new NamedInMessage(found, mask, _lexicon.Fold)));
    }

    private static string Written(string message, Asks? asked) =>
        new JsonObject { ["asked"] = asked is { } what ? OpinionForm.Label(what.ToString()) : null, ["message"] = message }.ToJsonString(DialogsJson.House);
}
