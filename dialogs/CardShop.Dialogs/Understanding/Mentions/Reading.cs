namespace CardShop.Dialogs.Understanding.Mentions;

/// <summary>What a reader made of a place in the text.</summary>
/// <param name="End">Where reading goes on.</param>
/// <param name="Mention">What was named; null when these characters name nothing (a date, a count, a hotline).</param>
internal readonly record struct Reading(int End, Mention? Mention);

/// <summary>Reads one family of names.</summary>
internal interface IMentionReader
{
    /// <summary>What stands here; null when it is nothing of this family.</summary>
    Reading? Read(Surroundings here, int at);
}
