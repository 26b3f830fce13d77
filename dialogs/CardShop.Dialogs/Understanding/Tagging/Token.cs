using CardShop.Dialogs.Understanding.Mentions;

namespace CardShop.Dialogs.Understanding.Tagging;

/// <summary>One token of a message: a Chinese character, a Latin word, or a number as the readers of mentions have read it.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Hash">What it looks like: numbers by their kind only.</param>
/// <param name="Number">The number that it is, if it is one.</param>
/// <param name="Named">The name that it is part of, if a list knows one.</param>
/// <param name="Roles">A bit for each role that it may begin.</param>
internal readonly record struct Token(int Start, int End, uint Hash, Mention? Number, Mention? Named, uint Roles);
