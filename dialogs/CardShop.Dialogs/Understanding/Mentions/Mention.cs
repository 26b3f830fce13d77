namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>Something named in a message.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Kinds">What it may be.</param>
/// <param name="Value">As it is handed on: phones and amounts as bare digits, everything else as typed.</param>
/// <param name="Clear">Whether its own shape or the words beside it say what it is; otherwise only a question or a counterpart can.</param>
/// <param name="Currency">ISO 4217, when a unit was named.</param>
internal sealed record Mention(int Start, int End, MentionKinds Kinds, string Value, bool Clear, string? Currency = null);
