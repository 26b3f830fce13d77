namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>A change that was told: what stands on the order, and what was wanted.</summary>
/// <param name="Kind">One kind.</param>
/// <param name="From">The value on the order; null when only the wanted one was said (改成X).</param>
/// <param name="To">The value wanted.</param>
/// <param name="Start">Where it was told.</param>
internal sealed record Change(MentionKinds Kind, Mention? From, Mention To, int Start);
