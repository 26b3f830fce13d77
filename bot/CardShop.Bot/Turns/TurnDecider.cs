using CardShop.Bot.Shop;
using CardShop.Dialogs.Shop;
using CardShop.Dialogs.Turns;

namespace CardShop.Bot.Turns;

/// <summary>Asks the engine until it has decided, and finds out what it needs to know on the way. On SQLite nothing is locked meanwhile; on PostgreSQL the conversation's row is (adr 0012).</summary>
internal sealed class TurnDecider(IEngine engine, IShopReader shop, IOwnBooks books)
{
    /// <summary>A decision takes two or three rounds; more than this is an engine that goes in circles.</summary>
    private const int MaxRounds = 12;

    /// <param name="turn">The turn, without facts yet.</param>
    /// <param name="conversationId">Whose turn it is.</param>
    /// <param name="onShopAsked">Told when the shop has to be asked: the customer waits a moment.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Decided> DecideAsync(Turn turn, string conversationId, Action onShopAsked, CancellationToken cancellationToken)
    {
        for (var round = 0; round < MaxRounds; round++)
        {
            switch (engine.Decide(turn))
            {
                case Decided decided:
                    return decided;
                case NeedsFacts needs:
                    await AnswerAsync(Unanswered(needs, turn.Facts), turn.Facts, conversationId, onShopAsked, cancellationToken);
                    break;
            }
        }

        throw new InvalidOperationException($"The engine did not decide within {MaxRounds} rounds.");
    }

    private static List<ShopQuery> Unanswered(NeedsFacts needs, Facts facts)
    {
        var queries = needs.Queries.Distinct().Where(query => !facts.TryGet(query, out _)).ToList();
        return queries.Count > 0 ? queries : throw new InvalidOperationException("The engine asks for facts that it has been given already.");
    }

    private async Task AnswerAsync(List<ShopQuery> queries, Facts facts, string conversationId, Action onShopAsked, CancellationToken cancellationToken)
    {
        if (queries.Exists(query => !books.Answers(query)))
        {
            onShopAsked();
        }

        var answers = await Task.WhenAll(queries.Select(query =>
            books.Answers(query) ? books.AskAsync(query, conversationId, cancellationToken) : shop.AskAsync(query, cancellationToken)));
        foreach (var (query, answer) in queries.Zip(answers))
        {
            facts.Add(query, answer);
        }
    }
}
