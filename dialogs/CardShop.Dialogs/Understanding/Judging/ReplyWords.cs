using CardShop.Dialogs.Understanding.Lexicon;
using CardShop.Dialogs.Understanding.Text;

namespace CardShop.Dialogs.Understanding.Judging;

/// <summary>The words of a yes and a no, from <c>answers.json</c>.</summary>
internal sealed class ReplyWords(AnswerFile file)
{
    private readonly Dictionary<string, WordRole> _roles = Roles(file);
    private readonly WordSet _all = new([.. file.Yes, .. file.No, .. file.Unclear, .. file.Neutral, .. file.But]);

    /// <summary>The longest known word that stands here and what it does in a reply; null when it is another word.</summary>
    public (string Word, WordRole Role)? At(FoldedText text, int position) =>
        _all.Longest(text, position) is { } word ? (word, _roles[word]) : null;

    private static Dictionary<string, WordRole> Roles(AnswerFile file)
    {
        var roles = new Dictionary<string, WordRole>();
        Add(file.LightYes, WordRole.LightYes);
        Add(file.Unclear, WordRole.Unclear);
        Add(file.No, WordRole.No);
        Add(file.Yes, WordRole.Yes);
        Add(file.But, WordRole.But);
        Add(file.Neutral, WordRole.Neutral);
        return roles;

        void Add(IReadOnlyList<string> words, WordRole role)
        {
            foreach (var word in words)
                roles.TryAdd(word, role);
        }
    }
}

/// <summary>What a word does in a reply.</summary>
internal enum WordRole
{
    /// <summary>Says nothing.</summary>
    Neutral,

    /// <summary>Says yes.</summary>
    Yes,

    /// <summary>Says yes, unless it trails off (嗯…).</summary>
    LightYes,

    /// <summary>Says no.</summary>
    No,

    /// <summary>Takes a yes back, or asks.</summary>
    Unclear,

    /// <summary>Goes on to the contrary.</summary>
    But,
}
