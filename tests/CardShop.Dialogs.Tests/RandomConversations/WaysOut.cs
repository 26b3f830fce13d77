using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Nobody is stuck: from wherever a conversation stands, the ways out are walked on a copy of it.</summary>
internal static class WaysOut
{
    private const int MostTries = 4;
    private static readonly string[] NotUnderstood = ["note.not_understood", "note.lost", "note.stale", "note.tell_me", "note.unclear_yes"];

    public static void Walk(RandomConversation conversation, int choice)
    {
        // While a person has the conversation, the way out is theirs: it leads back to all the others.
        if (conversation.State.Person is { Id: var id })
        {
            conversation = conversation.Fork();
            conversation.Do(new PersonGoes(id == "a-1" ? 0 : 1, PersonLeaving.HandsBack));
            BrokenRule.Unless(conversation.State.Person is null && conversation.Last!.Messages.Count > 0, "a person can always hand back, and the customer is told");
        }

        ToAPerson(conversation.Fork(), choice % 2 == 0 ? "转人工" : "talk to a person");
        ToAnEnd(conversation.Fork(), choice % 2 == 0 ? "算了不弄了" : "never mind, leave it");
        if (conversation.Offers.Count > 0 && conversation.Last!.Messages.Any(message => ReferenceEquals(message, conversation.Offers[0])))
        {
            ByAButton(conversation, choice % conversation.Offers[0].Options.Count);
        }

        InTheOtherLanguage(conversation);
    }

    private static void ToAPerson(RandomConversation fork, string words)
    {
        fork.Do(new Says(words));
        BrokenRule.Unless(fork.State.Case?.State == CaseState.WithHuman, "a person is one step away (H3)", () => $"{words}: {fork.State.Case?.State}");
    }

    /// <summary>What is with the shop ends by the shop's answer; anything else by giving it up, a read-back by a no first.</summary>
    private static void ToAnEnd(RandomConversation fork, string words)
    {
        fork.Do(new ShopIs(ShopMood.Answers));
        for (var tries = 0; tries < MostTries && fork.State.Case is { State: not (CaseState.Closed or CaseState.Guided) }; tries++)
        {
            while (fork.State.Case.Pending is not null && fork.Open.Count > 0)
            {
                fork.Do(new ShopAnswers(Fate.Honest));
            }

            if (fork.State.Case.State is not (CaseState.Closed or CaseState.Guided))
            {
                fork.Do(new Says(words));
            }
        }

        BrokenRule.Unless(fork.State.Case is null or { State: CaseState.Closed or CaseState.Guided }, "every case can be ended", () => $"{words}: {fork.State.Case!.State}, asked {fork.State.Asked}");
    }

    /// <summary>A button means the same, pressed on its card or said as its label, and is always understood.</summary>
    private static void ByAButton(RandomConversation conversation, int button)
    {
        var offer = conversation.Offers[0];
        var option = offer.Options[button];
        var tapped = conversation.Fork();
        tapped.Do(new Taps(0, button));
        CheckButton(conversation, tapped, option.Id);
        if (offer.QuestionId is not null)
        {
            var pressed = conversation.Fork();
            pressed.Do(new Presses(0, button));
            CheckButton(conversation, pressed, option.Id);
            var (said, done) = (Keys(tapped), Keys(pressed));
            BrokenRule.Unless(said == done, "a button means what its label says", () => $"{option.Label}: {said} but pressed {done}");
        }
    }

    private static void CheckButton(RandomConversation before, RandomConversation after, string option)
    {
        BrokenRule.Unless(!after.Last!.Messages.Any(message => NotUnderstood.Contains(message.Key)), "buttons are understood", () => $"{option}: {Keys(after)}");
        var (was, file) = (before.State.Case, after.State.Case);
        switch (option)
        {
            case "human":
                BrokenRule.Unless(file?.State == CaseState.WithHuman, "the button calls a person", () => $"{file?.State}");
                break;
            case "give_up":
                BrokenRule.Unless(file?.State == CaseState.Closed, "the button gives up", () => $"{file?.State}");
                break;
            case "restart":
                BrokenRule.Unless(file is null or { State: CaseState.Closed or CaseState.Guided or CaseState.AskingProblem } && after.State.Asked?.Asks == Asks.Problem, "the button starts over", () => $"{file?.State} {Keys(after)}");
                break;
            case "resume" when was is { Facts: null, TypedNumber: null, Pending: null } && before.World.Commands == CommandMode.Live:
                BrokenRule.Unless(file?.State != CaseState.WithHuman, "the button goes on with the bot", () => Keys(after));
                break;
            case "no":
                BrokenRule.Unless(file?.Confirmation is null, "a no takes the read-back away");
                break;
        }
    }

    /// <summary>The same turn, had the conversation been in the other language: the same is said, in its words.</summary>
    private static void InTheOtherLanguage(RandomConversation conversation)
    {
        var other = conversation.State.Language == Language.English ? Language.Chinese : Language.English;
        var greeting = new CustomerSaid("12345");
        var here = conversation.Decide(conversation.State with { LanguageSettled = true }, greeting);
        var there = conversation.Decide(conversation.State with { LanguageSettled = true, Language = other }, greeting);
        MessageRules.Check(greeting, there);
        BrokenRule.Unless(here.Messages.Select(message => message.Key).SequenceEqual(there.Messages.Select(message => message.Key)), "both languages say the same");
    }

    private static string Keys(RandomConversation conversation) => string.Join(", ", conversation.Last!.Messages.Select(message => message.Key));
}
