using System.Text.Json;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Dialogs.Legal;

/// <summary>What is told about the legal route: the short answer first, the details on asking (rule L3). The footer ends both.</summary>
/// <param name="Worth">Whether a suit is worth it; null while the amount is not known.</param>
/// <param name="Brief">The short answer: at most six lines.</param>
/// <param name="Details">The details, by topic, in the order of telling.</param>
public sealed record LegalAnswer(SuitWorth? Worth, IReadOnlyList<LegalLine> Brief, IReadOnlyList<LegalSection> Details)
{
    /// <summary>The short answer in words, the footer last.</summary>
    public string Say(Language language) =>
        string.Join('\n', Brief.Select(line => line.Say(language)).Append(TextCatalogue.Get(language, LawBook.Published.Footer)));

    /// <summary>One topic's details in words, the footer last; null for a topic that does not matter here.</summary>
    public string? Say(LegalTopic topic, Language language) => Details.FirstOrDefault(section => section.Topic == topic) is { } section
        ? string.Join('\n', section.Lines.Select(line => line.Say(language)).Prepend(section.Title(language)).Append(TextCatalogue.Get(language, LawBook.Published.Footer)))
        : null;
}

/// <summary>The details on one topic.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Lines">What is said on it.</param>
public sealed record LegalSection(LegalTopic Topic, IReadOnlyList<LegalLine> Lines)
{
    /// <summary>The topic's name.</summary>
    public string Title(Language language) => TextCatalogue.Get(language, "legal.topic." + JsonNamingPolicy.SnakeCaseLower.ConvertName(Topic.ToString()));
}

/// <summary>One thing that is told.</summary>
/// <param name="Key">The text key.</param>
/// <param name="Facts">The facts that its words name.</param>
/// <param name="Law">The statement of the law book that it is; null for what was worked out for this case.</param>
public sealed record LegalLine(string Key, IReadOnlyDictionary<string, string> Facts, LawStatement? Law = null)
{
    /// <summary>It in words, a statement with its source.</summary>
    public string Say(Language language) => Law is null ? TextCatalogue.Get(language, Key, Facts) : Law.Say(language);
}
