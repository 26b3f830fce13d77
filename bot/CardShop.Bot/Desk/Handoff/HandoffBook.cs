using CardShop.Bot.Channels;
using CardShop.Bot.Outbox;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Turns;
using CardShop.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk.Handoff;

/// <summary>Has a case that calls for a person offered to the channel's own desk: once, by the outbox, after the turn was saved.</summary>
internal sealed class HandoffBook(IEnumerable<IChannelSender> senders, IOptions<HandoffOptions> options)
{
    /// <summary>Writes the offer into the outbox, where the channel takes one.</summary>
    public void Record(RunningTurn turn, Decided decided)
    {
        if (options.Value.Offer && decided.About is { } about && decided.Events.OfType<PersonCalled>().Any() && senders.Any(sender => sender.TakesHandoffs(turn.Info)))
        {
            turn.Rows.Add(OutboxRow.For(
                turn.Conversation.Id, OutboxKind.Handoff, about.Number, turn.Now, keptBack: turn.IsCarried ? CarriedRows.KeptBack : TimeSpan.Zero));
        }
    }
}
