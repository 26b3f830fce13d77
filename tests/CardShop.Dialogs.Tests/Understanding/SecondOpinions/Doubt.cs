using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Dialogs.Understanding.SecondOpinions;

namespace CardShop.Dialogs.Tests.Understanding.SecondOpinions;

/// <summary>Messages of which the bot is never sure, so that each is asked about unless something else forbids it.</summary>
internal static class Doubt
{
    private static readonly DoubtfulMessages Messages = new(new Unsure());

    public static OpinionQuestion? About(string text, Asks? asked = null) => Messages.QuestionOf(new CustomerSaid(text), State(asked));

    public static Opinion? Read(string text, string answer, Asks? asked = null) => About(text, asked)!.Read(answer);

    public static ConversationState State(Asks? asked) =>
        ConversationState.New with { Asked = asked is { } what ? new AskedQuestion("q-1", what, [], 0) : null };

    /// <summary>The rules, without their certainty.</summary>
    private sealed class Unsure : IUnderstanding
    {
        private readonly LexiconUnderstanding _rules = new();

        public Understood Understand(string text, Asks? asked, DateTimeOffset? now = null) =>
            _rules.Understand(text, asked, now) with { Intent = Intent.OutOfScope, Sure = false };
    }
}
