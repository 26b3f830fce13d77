using System.Globalization;
using System.Text.Json;
using CardShop.Activities;
using CardShop.Activities.Json;
using CardShop.Bot.Evidence.Serving;
using CardShop.Bot.Hosting;
using CardShop.Bot.Turns;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence.Page;

/// <summary>Adds the link to the upload page to messages that welcome files, for channels that can't carry them: in the words, and as a button where there are buttons.</summary>
internal sealed class UploadInvitations(EvidenceTickets tickets, IOptions<EvidenceOptions> options, IServiceProvider services)
{
    /// <summary>Where the page is.</summary>
    public const string Root = "/evidence";

    /// <summary>The activity, with the link where it belongs there.</summary>
    public async Task<Activity> AddAsync(Activity activity, TranscriptEntry entry, CancellationToken cancellationToken)
    {
        if (entry.Message is not { TakesFiles: true } message)
        {
            return activity;
        }

        var lifetime = options.Value.LinkLifetime;
        var ticket = tickets.ForUpload(entry.ConversationId, message.Locale, lifetime);
        var url = $"{await BaseAsync(cancellationToken)}{Root}/{ticket}";
        var isChinese = !message.Locale.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        var hours = Math.Max(1, (int)lifetime.TotalHours).ToString(CultureInfo.InvariantCulture);
        var button = new CardAction(
            ActionTypes.OpenUrl, UploadTexts.Of(isChinese, "inviteButton"), JsonSerializer.SerializeToElement(url, ActivitiesJson.Protocol.GetTypeInfo(typeof(string))));
        return activity with
        {
            Text = $"{activity.Text}\n{UploadTexts.Of(isChinese, "invite", ("hours", hours), ("url", url))}",
            SuggestedActions = (activity.SuggestedActions ?? new SuggestedActions()) with { Actions = [.. activity.SuggestedActions?.Actions ?? [], button] },
        };
    }

    /// <summary>Without a configured address, the host is reached where it listens: true for a demo on one machine.</summary>
    private async Task<string> BaseAsync(CancellationToken cancellationToken) => options.Value.PublicUrl is { Length: > 0 } configured
        ? configured.TrimEnd('/')
        : (await services.GetRequiredService<OwnAddress>().GetAsync(cancellationToken)).GetLeftPart(UriPartial.Authority);
}
