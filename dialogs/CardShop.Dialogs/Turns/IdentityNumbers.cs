using System.Text.RegularExpressions;
using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Turns;

/// <summary>A resident's identity number in the chat (身份证号), anybody's, is never needed there: it is said so, and nothing is done with it (rule E6).</summary>
internal static partial class IdentityNumbers
{
    /// <summary>Says so where a message carries one.</summary>
    public static void Notice(TurnScope scope, Heard heard)
    {
        if (heard.Option is null && Candidates().Matches(heard.Text).Any(token => ResidentId.Looks(token.Value)))
        {
            scope.Say("note.identity_number", ["E6"]);
        }
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Candidates();
}
