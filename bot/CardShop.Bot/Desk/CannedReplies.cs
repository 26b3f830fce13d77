using System.Globalization;
using CardShop.Desk.Services;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence.Desk;

namespace CardShop.Bot.Desk;

/// <summary>Ready-made replies, from the text catalogue.</summary>
internal static class CannedReplies
{
    private const string Prefix = "desk.canned.";
    private const string Title = ".title";

    /// <summary>Those whose placeholders the case can fill.</summary>
    public static IReadOnlyList<CannedReply> For(AgentIdentity agent, DeskCaseRow row)
    {
        var language = row.Language is Language.English ? Language.English : Language.Chinese;
        var facts = new Dictionary<string, string>
        {
            ["name"] = agent.DisplayName,
            ["number"] = row.CaseNumber,
            ["order"] = row.OrderNo ?? "",
            ["product"] = row.Product ?? "",
            ["amount"] = row.AmountFen is { } fen ? string.Create(CultureInfo.InvariantCulture, $"¥{fen / 100m:0.00}") : "",
        };
        return [.. TextCatalogue.Keys(language)
            .Where(key => key.StartsWith(Prefix, StringComparison.Ordinal) && !key.EndsWith(Title, StringComparison.Ordinal))
            .Where(key => row.OrderNo is not null || !TextCatalogue.Get(language, key).Contains("{order}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(key => new CannedReply(key[Prefix.Length..], TextCatalogue.Get(language, key + Title), TextCatalogue.Get(language, key, facts)))];
    }
}
