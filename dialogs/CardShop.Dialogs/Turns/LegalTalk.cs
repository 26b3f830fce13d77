using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Legal;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Turns;

/// <summary>Questions of law, answered from the law book at any time: the short answer first, a topic's details on asking (rule L3).</summary>
internal static class LegalTalk
{
    private const string TopicPrefix = "law_";

    /// <summary>Whether an option of a button names a topic.</summary>
    public static bool IsTopic(string option) => option.StartsWith(TopicPrefix, StringComparison.Ordinal);

    /// <summary>Answers a question of law, or a button that asks one; false when it is neither.</summary>
    public static bool Hear(TurnScope scope, Heard heard)
    {
        if (heard.Option is { } option)
        {
            if (!IsTopic(option))
            {
                return false;
            }

            Tell(scope, Topics(scope).First(section => OptionOf(section.Topic) == option).Topic);
            return true;
        }

        if (heard.Understood.Intent != Intent.LegalQuestion)
        {
            return false;
        }

        if (!HearTopic(scope, heard.Text))
        {
            TellBrief(scope);
        }

        return true;
    }

    /// <summary>Tells of the topic that words name, question or not; false when they name none.</summary>
    public static bool HearTopic(TurnScope scope, string text)
    {
        if (LegalTopicWords.TopicOf(text) is not { } topic || Topics(scope).All(section => section.Topic != topic))
        {
            return false;
        }

        Tell(scope, topic);
        return true;
    }

    /// <summary>The short answer.</summary>
    public static void TellBrief(TurnScope scope) => Tell(scope, "answer.legal", Answer(scope).Say(scope.Language), null);

    /// <summary>A topic of the answer that fits the case: a button may have been shown before the case was what it is now.</summary>
    private static void Tell(TurnScope scope, LegalTopic topic) =>
        Tell(scope, "answer.legal_details", Answer(scope).Say(topic, scope.Language)!, topic);

    /// <summary>Offers what there is to know more about.</summary>
    public static void OfferTopics(TurnScope scope) => scope.TellWith("guided.which", ["L3", "L4"], WaysOn(scope, told: null));

    /// <summary>While a question is open it keeps its own buttons, and more is asked for in words.</summary>
    private static void Tell(TurnScope scope, string key, string text, LegalTopic? told)
    {
        if (scope.State.Asked is not null)
        {
            scope.Say(key, ["L3"], ("text", text));
            return;
        }

        scope.TellWith(key, ["L3", "L4"], WaysOn(scope, told), ("text", text));
    }

    /// <summary>What more there is to ask for: the other topics, the documents, a person.</summary>
    public static IReadOnlyList<Option> WaysOn(TurnScope scope, LegalTopic? told)
    {
        List<Option> options = [.. Topics(scope).Where(section => section.Topic != told).Select(section => new Option(OptionOf(section.Topic), section.Title(scope.Language)))];
        if (Documents.AreThere(scope))
        {
            options.Add(scope.Named(Buttons.Documents));
        }

        return [.. options, scope.Named(Buttons.Human)];
    }

    private static IReadOnlyList<LegalSection> Topics(TurnScope scope) => Answer(scope).Details;

    private static LegalAnswer Answer(TurnScope scope)
    {
        var file = scope.State.Case;
        return LegalGuidance.For(file?.Order is { AmountFen: > 0 and <= CourtFee.LargestClaim and var amount } ? amount : null, new LegalSituation
        {
            Recipient = file?.Coordination switch
            {
                null or { IsDeclined: true } => RecipientStance.NotAsked,
                { Answer: RecipientAnswer.Refuses } => RecipientStance.Refused,
                _ => RecipientStance.Asked,
            },
            CoordinationIsOver = file?.Coordination is { IsOver: true, IsAgreed: false },
            IsPhoneCredit = file?.Order?.Target.Phone is not null,
            IsMinor = file?.IsMinor ?? false,
            IsFraud = file?.PersonCause == PersonCause.Fraud,
        });
    }

    private static string OptionOf(LegalTopic topic) => TopicPrefix + Names.Snake(topic);
}
