using System.Text.Json.Serialization;
using CardShop.Dialogs.Policies;
using CardShop.Dialogs.Turns;

namespace CardShop.Dialogs.Cases;

/// <summary>How far the recipient (收款方) has been asked, always by way of the shop (rules L1, D8).</summary>
/// <param name="AskedAt">When the first message went out.</param>
/// <param name="RemindedAt">When the one reminder went out; null before it.</param>
/// <param name="Answer">What came back; null while it is awaited. Silence, once the wait is over, counts as a refusal.</param>
/// <param name="IsDeclined">The shop passes no messages on (L1: it may decline to step in).</param>
public sealed record Coordination(DateTimeOffset AskedAt, DateTimeOffset? RemindedAt = null, RecipientAnswer? Answer = null, bool IsDeclined = false)
{
    /// <summary>Whether the recipient gives it back.</summary>
    [JsonIgnore]
    public bool IsAgreed => Answer == RecipientAnswer.Agrees;

    /// <summary>Whether nothing more is to be expected of the recipient: the legal route is what is left (L3).</summary>
    [JsonIgnore]
    public bool IsOver => IsDeclined || Answer is RecipientAnswer.Refuses or RecipientAnswer.Silent;

    /// <summary>The next moment that matters: the reminder, then the end of the wait.</summary>
    public DateTimeOffset NextAt(PolicySettings settings) => (RemindedAt ?? AskedAt) + settings.RecipientWait;

    /// <summary>By when it is settled, whatever the recipient does.</summary>
    public DateTimeOffset EndsAt(PolicySettings settings) => (RemindedAt ?? (AskedAt + settings.RecipientWait)) + settings.RecipientWait;
}
