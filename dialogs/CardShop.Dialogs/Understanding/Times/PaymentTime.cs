namespace CardShop.Dialogs.Understanding.Times;

/// <summary>When a payment was made, as told: a point, or a stretch in which it lies (LABELS.md, Times).</summary>
/// <param name="At">The moment, when one was told; null for a stretch.</param>
/// <param name="From">Where the stretch starts; null for a point.</param>
/// <param name="To">Where the stretch ends, never later than the message; null for a point.</param>
public readonly record struct PaymentTime(DateTimeOffset? At, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>A moment, or an approximation that is meant as one.</summary>
    public static PaymentTime Point(DateTimeOffset at) => new(at, null, null);

    /// <summary>A part of a day, a whole day, an open-ended hour.</summary>
    public static PaymentTime Stretch(DateTimeOffset from, DateTimeOffset to) => new(null, from, to);
}
