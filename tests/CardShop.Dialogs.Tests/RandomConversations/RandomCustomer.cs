using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Tests.RandomConversations;

/// <summary>Picks what happens next: mostly what fits, often enough what does not.</summary>
internal static class RandomCustomer
{
    private static readonly string[] Codes =
        ["version_moved", "window_over", "already_shipped", "not_supported", "not_allowed", "frozen", "price_higher", "target_invalid", "something_else"];

    private static readonly string?[] Locales = ["zh-CN", "en-US", "fr", null];

    public static Step Next(RandomConversation conversation, Random random)
    {
        if (conversation.Turns == 0 && random.Next(10) > 0)
        {
            return new Joins(Locales[random.Next(Locales.Length)]);
        }

        if (conversation.State.Case is { Filing: not null, State: CaseState.UnderReview } && random.Next(3) == 0)
        {
            return new ReviewerSays(RandomOrders.One<ReviewVerdict>(random), random.Next(2) == 0 ? RandomOrders.One<EvidenceLink>(random) : null);
        }

        if (conversation.State is { Person: not null } or { Case.State: CaseState.WithHuman or CaseState.UnderReview } && random.Next(3) == 0 || random.Next(60) == 0)
        {
            return AtDesk(random);
        }

        if (conversation.State.Case is { Coordination: not null } && random.Next(4) == 0)
        {
            return new RecipientSays(RandomOrders.One<RecipientAnswer>(random));
        }

        return conversation.Open.Count > 0 && random.Next(100) < 55 ? Shop(random) : random.Next(100) switch
        {
            < 27 => Button(conversation, random, back: 0),
            < 57 => new Says(Fitting(conversation, random)),
            < 66 => new Says(Words.Of(Words.Labelled, random)),
            < 67 => Files(random),
            < 68 => new ReviewerSays(RandomOrders.One<ReviewVerdict>(random), random.Next(2) == 0 ? RandomOrders.One<EvidenceLink>(random) : null),
            < 70 => new Says(Words.Sentence(random)),
            < 74 => new Says(Words.Of(Words.Commands, random)),
            < 78 => new Says(Words.Of(Words.Rubbish, random)),
            < 82 => Button(conversation, random, back: random.Next(1, 6)),
            < 86 => new Says(Words.Of(Words.Yes, random)),
            < 90 => new Waits(Wait(random)),
            < 92 => random.Next(4) == 0 ? new OrderNews() : new Wakes(),
            < 95 => new OrderMoves(random.Next(Words.OrderNumbers.Count), RandomOrders.One<OrderMove>(random)),
            < 97 => new ShopIs(random.Next(2) == 0 ? ShopMood.Answers : RandomOrders.One<ShopMood>(random)),
            97 => new TargetsAre(RandomOrders.One<TargetOwner>(random), random.Next(2) == 0 ? "小*" : null),
            98 => new BooksSay(random.Next(5), random.Next(10)),
            _ => random.Next(2) == 0 ? new AnswerComesAgain() : new Joins(Locales[random.Next(Locales.Length)]),
        };
    }

    private static Step AtDesk(Random random) => random.Next(10) switch
    {
        < 3 => new PersonComes(random.Next(2), random.Next(4) == 0),
        < 5 => new PersonTalks(random.Next(2)),
        < 7 => new PersonGoes(random.Next(2), RandomOrders.One<PersonLeaving>(random)),
        < 9 => new PersonDecides(random.Next(2), random.Next(2) == 0 ? ReviewVerdict.Approve : RandomOrders.One<ReviewVerdict>(random), RandomOrders.One<Remedy>(random), random.Next(2) == 0, random.Next(2) == 0),
        _ => new PersonEnds(random.Next(2), random.Next(3) == 0 ? null : RandomOrders.One<Outcome>(random)),
    };

    private static Step Button(RandomConversation conversation, Random random, int back)
    {
        if (back >= conversation.Offers.Count)
        {
            return new Says(Words.Of(Words.Problems, random));
        }

        var button = random.Next(conversation.Offers[back].Options.Count);
        return random.Next(2) == 0 ? new Taps(back, button) : new Presses(back, button);
    }

    private static string Fitting(RandomConversation conversation, Random random) => conversation.State.Asked?.Asks switch
    {
        null or Asks.Problem => Words.Of(Words.Problems, random),
        Asks.Order => Words.Of(Words.OrderNumbers, random),
        Asks.Contact => random.Next(4) > 0 ? World.Contact : "13900009999",
        Asks.Account => Words.Of(Words.Accounts, random),
        Asks.Phone => Words.Of(Words.Phones, random),
        Asks.Region => Words.Of(Words.Regions, random),
        Asks.Product => Words.Of(Words.Products, random),
        Asks.Amount => Words.Of(Words.Amounts, random),
        Asks.Remedy => random.Next(2) == 0 ? "改成正确的" : "撤单退款",
        Asks.Evidence => random.Next(2) == 0 ? "就这些了" : Words.Of(Words.Commands, random),
        Asks.Confirm => Words.Of(Words.Yes, random),
        _ => Words.Of(Words.Commands, random),
    };

    private static SendsFiles Files(Random random) => new(
        random.Next(3) == 0 ? Words.Of(Words.Problems, random) : string.Empty,
        random.Next(4),
        random.Next(3) == 0 ? RandomOrders.One<FileRefusal>(random) : null);

    private static ShopAnswers Shop(Random random) => random.Next(10) switch
    {
        < 5 => new ShopAnswers(Fate.Honest),
        < 8 => new ShopAnswers(Fate.Refused, Codes[random.Next(Codes.Length)]),
        8 => new ShopAnswers(Fate.Silent),
        _ => new ShopAnswers(Fate.SilentAfterEffect),
    };

    /// <summary>Seconds, minutes, to the very end of the window, days; and once in a while a clock that is set back.</summary>
    private static TimeSpan Wait(Random random) => random.Next(8) switch
    {
        0 => TimeSpan.FromSeconds(-random.Next(1, 60)),
        1 => TimeSpan.FromDays(random.Next(1, 5)),
        2 => TimeSpan.FromMinutes(15),
        3 => TimeSpan.FromMinutes(10),
        _ => TimeSpan.FromSeconds(random.Next(1, 400)),
    };
}
