using CardShop.Activities;
using CardShop.Bot.Turns;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Understanding;

namespace CardShop.Bot.Documents;

/// <summary>
/// Adds the documents that go with a message as files (rule L4). The links are signed afresh whenever the message is read, so that whoever may read it finds
/// them working, and nobody else for long.
/// </summary>
internal sealed class DocumentAttachments(IDocumentLinks links)
{
    /// <summary>The activity, with the documents that its message hands over.</summary>
    public Activity Add(Activity activity, TranscriptEntry entry) => entry.Message is { Documents: { Count: > 0 } documents, Case: { } file } message
        ? activity with { Attachments = [.. activity.Attachments ?? [], .. documents.Select(document => Of(document, entry.ConversationId, file.Number, message.Locale))] }
        : activity;

    private Attachment Of(CaseDocument document, string conversationId, string caseNumber, string locale)
    {
        var language = Languages.OfLocale(locale) is Language.English ? Language.English : Language.Chinese;
        var (type, extension, name) = document switch
        {
            CaseDocument.Application => (DocumentServing.Docx, "docx", "documents.application"),
            CaseDocument.Bundle => (DocumentServing.Zip, "zip", "documents.bundle"),
            _ => throw new ArgumentOutOfRangeException(nameof(document), document, "No such document."),
        };
        return new Attachment(type, ContentUrl: links.For(conversationId, caseNumber, document).ToString(), Name: $"{TextCatalogue.Get(language, name)} {caseNumber}.{extension}");
    }
}
