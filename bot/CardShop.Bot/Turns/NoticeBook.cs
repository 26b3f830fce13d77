using System.Globalization;
using CardShop.Bot.Hosting;
using CardShop.Bot.Shop;
using CardShop.Dialogs.Replies;
using CardShop.Persistence;
using CardShop.Persistence.Conversations;
using CardShop.Persistence.Outbox;
using CardShop.ShopContract;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Turns;

/// <summary>Has the shop notify a signed-in customer of news that came after they had gone (rule R5): one notice for a turn, whatever it says.</summary>
internal sealed class NoticeBook(CustomerPresence presence, IOptions<CardShopOptions> options)
{
    /// <summary>What the contract takes.</summary>
    private const int MaxText = 4000;

    private const string Cut = "…";

    /// <summary>Writes the notice into the outbox, where one is due.</summary>
    public async Task RecordAsync(BotDbContext context, RunningTurn turn, IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var news = messages.Where(message => message.IsNews && message.Text.Length > 0).ToList();
        if (news is [{ Case: { } about }, ..] && turn.Conversation.CustomerId is { } customer && await IsGoneAsync(context, turn, cancellationToken))
        {
            // The sequence of the turn's first entry: no other turn has it.
            var key = string.Create(CultureInfo.InvariantCulture, $"{about.Number}.notice.{turn.Conversation.LastSequence + 1}");
            var notice = new NoticeRequest(about.Number, TextOf(news), news[0].Locale);
            context.Outbox.Add(OutboxRow.For(turn.Conversation.Id, OutboxKind.ShopNotice, ShopNotices.Write(new ShopNotice(customer, key, notice)), turn.Now));
        }
    }

    private async Task<bool> IsGoneAsync(BotDbContext context, RunningTurn turn, CancellationToken cancellationToken)
    {
        if (presence.IsHere(turn.Conversation.Id))
        {
            return false;
        }

        var lastWords = await context.Transcript.AsNoTracking()
            .Where(entry => entry.ConversationId == turn.Conversation.Id && entry.Speaker == Speaker.Customer)
            .OrderByDescending(entry => entry.Sequence)
            .Select(entry => (DateTimeOffset?)entry.At)
            .FirstOrDefaultAsync(cancellationToken);
        return lastWords is null || turn.Now - lastWords > options.Value.CustomerGoneAfter;
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
