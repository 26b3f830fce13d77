using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Replies;
using CardShop.Dialogs.Turns;
using CardShop.Dialogs.Understanding;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Desk.Handoff;

/// <summary>
/// Another desk as one more person who may take a case. Until it has accepted, the case waits in our queue as ever: whoever is first has it, and a desk that
/// never answers keeps nobody waiting.
/// </summary>
internal sealed class OutsideDesk(
    IDbContextFactory<BotDbContext> contexts, DeskCases cases, DeskTurns turns, ITranscript transcript, TimeProvider time, IOptions<HandoffOptions> options) : IOutsideDesk
{
    /// <summary>Begins the ids of other desks: no account's id does.</summary>
    public const string Prefix = "handoff:";

    private const int MostLines = 1_000;
    private const int LongestName = 60;

    public async Task<HandoffOffer?> OfferAsync(string conversationId, string caseNumber, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(caseNumber, cancellationToken) is not { WaitingSince: not null, HolderId: null } row
            || row.ConversationId != conversationId
            || await cases.FileAsync(row, cancellationToken) is not { } file)
        {
            return null;
        }

        var context = new HandoffContext
        {
            CaseNumber = row.CaseNumber,
            Cause = row.Cause,
            Path = row.Path,
            OrderNo = row.OrderNo,
            Product = row.Product,
            AmountFen = row.AmountFen,
            Language = row.Language,
            WaitingSince = row.WaitingSince,
            Deadline = row.Deadline,
            DeadlineKind = row.DeadlineKind,
            Facts = KnownFacts.Of(file),
        };
        var entries = await transcript.ReadAsync(conversationId, 0, MostLines, cancellationToken);
        return new HandoffOffer(context, [.. entries.Select(SpokenLines.Of)]);
    }

    public async Task<HandoffTaken> TakeAsync(HandoffNews news)
    {
        ArgumentNullException.ThrowIfNull(news);
        await using var context = await contexts.CreateDbContextAsync();
        var once = $"desk:{Prefix}{news.NewsId}";
        if (await context.Inbound.AnyAsync(seen => seen.ConversationId == news.ConversationId && seen.InboundId == once))
        {
            return HandoffTaken.Done;
        }

        var row = await context.DeskCases.AsNoTracking()
            .Where(known => known.ConversationId == news.ConversationId && (known.HolderId != null || known.Kind == DeskKind.Person))
            .OrderByDescending(known => known.UpdatedAt)
            .FirstOrDefaultAsync();
        if (row is null)
        {
            return HandoffTaken.Unknown;
        }

        var desk = new AgentIdentity(Prefix + row.Channel, NameOf(news, row), []);
        return news.State switch
        {
            HandoffState.Accepted => await JoinAsync(row, desk, once),
            HandoffState.Completed when row.HolderId == desk.Id => await LeaveAsync(row, desk, once, PersonLeaving.HandsBack, "handoff_completed"),
            HandoffState.Failed when row.HolderId == desk.Id => await LeaveAsync(row, desk, once, PersonLeaving.Vanishes, "handoff_failed"),
            HandoffState.Failed => await NoteFailureAsync(context, row, desk),
            _ => HandoffTaken.Late,
        };
    }

    private async Task<HandoffTaken> JoinAsync(DeskCaseRow row, AgentIdentity desk, string once)
    {
        if (row.HolderId == desk.Id)
        {
            return HandoffTaken.Done;
        }

        if (row.HolderId is not null || time.GetUtcNow() > row.WaitingSince + options.Value.Within)
        {
            return HandoffTaken.Late;
        }

        await turns.RunAsync(row, once, new PersonJoined(row.CaseNumber, DeskTurns.PersonOf(desk)), turns.Line(desk, "handoff_accepted", row.CaseNumber));
        var now = await cases.FindAsync(row.CaseNumber, CancellationToken.None);
        return now?.HolderId == desk.Id ? HandoffTaken.Done : HandoffTaken.Late;
    }

    private async Task<HandoffTaken> LeaveAsync(DeskCaseRow row, AgentIdentity desk, string once, PersonLeaving how, string action)
    {
        // Whoever tells that it is over need not be the one who began.
        var left = new PersonLeft(row.CaseNumber, new Person(desk.Id, row.HolderName ?? desk.DisplayName), how);
        await turns.RunAsync(row, once, left, turns.Line(desk, action, row.CaseNumber));
        return HandoffTaken.Done;
    }

    private async Task<HandoffTaken> NoteFailureAsync(BotDbContext context, DeskCaseRow row, AgentIdentity desk)
    {
        context.DeskAudit.Add(turns.Line(desk, "handoff_failed", row.CaseNumber));
        await context.SaveChangesAsync();
        return HandoffTaken.Done;
    }

    private static string NameOf(HandoffNews news, DeskCaseRow row) => news.Name?.Trim() switch
    {
        null or "" => TextCatalogue.Get(row.Language is Language.English ? Language.English : Language.Chinese, "desk.colleague"),
        { Length: > LongestName } tooLong => tooLong[..LongestName],
        var name => name,
    };
}
