using CardShop.Activities;
using CardShop.Bot.Documents;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Channels.Files;

/// <summary>
/// Adds what goes with a message behind a signed address: the documents that it hands over (rule L4), and the consent page that it leads to (rule E6). The addresses are
/// signed afresh whenever the message is read, so that whoever may read it finds them working, and nobody else for long.
/// </summary>
internal sealed class SignedAttachments(IDocumentLinks documents, EvidenceLinks evidence)
{
    private const string Page = "text/html";

    /// <summary>The activity, with what belongs to its message.</summary>
    public Activity Add(Activity activity, TranscriptEntry entry)
    {
        if (entry.Message is { Documents: { Count: > 0 } handed, Case: { } file } message)
        {
            activity = With(activity, handed.Select(document => Of(document, entry.ConversationId, file.Number, message.Locale)));
        }

        return entry.Message is { TakesIdentityDocument: true } asking ? With(activity, [ConsentPage(entry.ConversationId, asking.Locale)]) : activity;
    }

    private static Activity With(Activity activity, IEnumerable<Attachment> more) => activity with { Attachments = [.. activity.Attachments ?? [], .. more] };

    private Attachment ConsentPage(string conversationId, string locale) =>
        new(Page, ContentUrl: evidence.ForIdentity(conversationId, locale).ToString(), Name: TextCatalogue.Get(LanguageOf(locale), "identity.page"));

    private Attachment Of(CaseDocument document, string conversationId, string caseNumber, string locale)
    {
        var (extension, name) = document switch
        {
            CaseDocument.Application => ("docx", "documents.application"),
            CaseDocument.Bundle => ("zip", "documents.bundle"),
            _ => throw new ArgumentOutOfRangeException(nameof(document), document, "No such document."),
        };
        return new Attachment(Page, ContentUrl: documents.For(conversationId, caseNumber, document).ToString(), Name: $"{TextCatalogue.Get(LanguageOf(locale), name)} {caseNumber}.{extension}");
    }

    private static Language LanguageOf(string locale) => Languages.OfLocale(locale) is Language.English ? Language.English : Language.Chinese;
}
