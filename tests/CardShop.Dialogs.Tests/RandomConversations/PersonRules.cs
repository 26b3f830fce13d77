using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>What is true of people who take conversations over: one at a time, and the bot asks nothing meanwhile.</summary>
internal static class PersonRules
{
    public static void Check(ConversationState before, Incoming incoming, Decided decided)
    {
        var (was, now) = (before.Person, decided.State.Person);
        BrokenRule.Unless(was == now || incoming is PersonActed, "only people come and go", () => $"{was} {now}");
        BrokenRule.Unless(was is null || now is null || was == now || incoming is PersonJoined { InsteadOf: { } relieved } && relieved == was.Id, "nobody is pushed aside", () => $"{was} {now}");
        if (now is not null)
        {
            BrokenRule.Unless(decided.State.Asked is null && decided.Messages.All(message => message.QuestionId is null && message.Options.Count == 0), "a bot is silent while a person speaks");
            BrokenRule.Unless(incoming is not CustomerSaid { Files.Count: 0 } || decided.Messages.All(message => message.Key == "identity.document_withdrawn"), "what a customer says to a person is not the bot's to answer");
            BrokenRule.Unless(decided.State.Case is { DeskSince: not null }, "the desk knows of what a person has");
        }

        BrokenRule.Unless(decided.Messages.All(message => message.From is null) || incoming is PersonSaid, "a person's words are a person's");
        BrokenRule.Unless(incoming is not PersonSaid said || decided.Messages.Count == (was?.Id == said.By.Id ? 1 : 0), "only the person in charge is heard, once");
        BrokenRule.Unless(decided.Events.Count(happened => happened is DeskDecided) == (incoming is ReviewDecided { AtDesk: not null } or CoordinationWanted or PersonClosed && IsFor(before, incoming) ? 1 : 0), "each try to decide has one answer", incoming.ToString);
    }

    private static bool IsFor(ConversationState before, Incoming incoming) => incoming is ReviewDecided || before.Case is not null;
}
