using CardShop.Dialogs.Replies;

namespace CardShop.Bot.Channels.Translation.Cards;

/// <summary>What was done, or what was recorded.</summary>
internal static class Receipt
{
    /// <summary>Draws it.</summary>
    public static DrawnCard Draw(ReceiptCard card) =>
        new([Elements.Title(card.Title), .. card.Rows.Select(row => Elements.Row(row.Label, row.Value))]);
}
