using System.Globalization;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Replies;
using CardShop.Persistence.Outbox;
using CardShop.ShopContract;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Turns;

/// <summary>
/// Carries news to a signed-in customer who is not where it was said (rule R5): into the conversation in which they have written since, and, once they have gone from there as
/// well, to the shop, which knows how to reach them. One of each for a turn, whatever it says.
/// </summary>
internal sealed class NoticeBook(CustomerPresence presence, IOptions<CardShopOptions> options)
{
    /// <summary>What the contract takes.</summary>
    private const int MaxText = 4000;

    private const string Cut = "…";

    /// <summary>Writes into the outbox what is due.</summary>
    public async Task RecordAsync(RunningTurn turn, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var news = messages.Where(message => message.IsNews && message.Text.Length > 0).ToList();
        if (news is not [{ Case: { } about }, ..] || turn.Conversation.CustomerId is not { } customer || presence.IsHere(turn.Conversation.Id))
        {
            return;
        }

        // The sequence of the turn's first entry: no other turn has it.
        var key = string.Create(CultureInfo.InvariantCulture, $"{about.Number}.notice.{turn.Conversation.LastSequence + 1}");
        var context = await turn.ContextAsync(cancellationToken);
        var here = await LastWords.InAsync(context, turn.Conversation.Id, cancellationToken);
        var elsewhere = await LastWords.ElsewhereAsync(context, turn.Conversation, cancellationToken);
        if (elsewhere is { } other && (here is null || other.At > here))
        {
            var told = new NewsElsewhere(other.ConversationId, about.Number, key, TextOf(news));
            turn.Rows.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.NewsElsewhere, told.Write(), turn.Now));
            here = presence.IsHere(other.ConversationId) ? turn.Now : other.At;
        }

        if (here is null || turn.Now - here > options.Value.CustomerGoneAfter)
        {
            var notice = new NoticeRequest(about.Number, TextOf(news), news[0].Locale);
            turn.Rows.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopNotice, ShopNotices.Write(new ShopNotice(customer, key, notice)), turn.Now));
        }
    }

    private static string TextOf(IEnumerable<Message> news)
    {
        var text = string.Join('\n', news.Select(message => message.Text));
        if (text.Length <= MaxText)
        {
            return text;
        }

        var end = MaxText - Cut.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Cut;
    }
}
