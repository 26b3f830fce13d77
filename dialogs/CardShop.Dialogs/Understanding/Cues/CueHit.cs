using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Cues;

/// <summary>A cue found in a message.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="From">The value on the order that it points out.</param>
/// <param name="To">The value wanted that it points out.</param>
internal sealed record CueHit(Cue Cue, int Start, int End, Mention? From, Mention? To);
