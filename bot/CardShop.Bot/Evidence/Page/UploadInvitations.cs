using System.Globalization;
using System.Text.Json;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Turns;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence.Page;

/// <summary>Adds the link to the upload page to messages that welcome files, for channels that can't carry them: in the words, and as a button where there are buttons.</summary>
internal sealed class UploadInvitations(EvidenceLinks links, IOptions<EvidenceOptions> options)
{
    /// <summary>Where the page is.</summary>
    public const string Root = "/evidence";

    /// <summary>The activity, with the link where it belongs there.</summary>
    public Activity Add(Activity activity, TranscriptEntry entry)
    {
        if (entry.Message is not { TakesFiles: true } message)
        {
            return activity;
        }

        var url = links.ForProof(entry.ConversationId, message.Locale).ToString();
        var isChinese = !message.Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var hours = Math.Max(1, (int)options.Value.LinkLifetime.TotalHours).ToString(CultureInfo.InvariantCulture);
        var button = new CardAction(
            ActionTypes.OpenUrl, UploadTexts.Of(isChinese, "inviteButton"), JsonSerializer.SerializeToElement(url, ActivitiesJson.Protocol.GetTypeInfo(typeof(string))));
        return activity with
        {
            Text = $"{activity.Text}\n{UploadTexts.Of(isChinese, "invite", ("hours", hours), ("url", url))}",
            SuggestedActions = (activity.SuggestedActions ?? new SuggestedActions()) with { Actions = [.. activity.SuggestedActions?.Actions ?? [], button] },
        };
    }
}
