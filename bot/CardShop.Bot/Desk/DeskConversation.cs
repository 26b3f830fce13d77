using System.Runtime.CompilerServices;
using CardShop.Bot.Evidence;
using CardShop.Bot.Hosting;
using CardShop.Bot.Turns;
using CardShop.Desk.Services;
using CardShop.Dialogs.Evidence;
using CardShop.Dialogs.Turns;
using CardShop.Persistence;
using CardShop.Persistence.Desk;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <inheritdoc cref="IDeskConversation" />
internal sealed class DeskConversation(
    IDbContextFactory<BotDbContext> contexts,
    DeskCases cases,
    DeskTurns turns,
    ITranscript transcript,
    TranscriptSignals talk,
    DeskSignals signals,
    TypingSign typing,
    EvidenceIntake files,
    EvidenceShelf shelf,
    TimeProvider time,
    WallClock wall) : IDeskConversation
{
    private const int LongestText = 4_000;

    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<SpokenLine>> ReadAsync(AgentIdentity agent, string caseNumber, long after, int limit, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row)
        {
            return [];
        }

        if (after == 0)
        {
            await AuditAsync(agent, "read_conversation", caseNumber, cancellationToken);
        }

        var entries = await transcript.ReadAsync(row.ConversationId, after, limit, cancellationToken);
        return await shelf.WithFilesAsync(row.ConversationId, caseNumber, [.. entries.Select(SpokenLines.Of)], cancellationToken);
    }

    public async IAsyncEnumerable<ConversationNews> WatchAsync(AgentIdentity agent, string caseNumber, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAnyAsync(caseNumber, cancellationToken) is not { } row)
        {
            yield break;
        }

        var news = ConversationNews.Lines;
        while (!cancellationToken.IsCancellationRequested)
        {
            // Listen first, tell second: what happens while the page reads is told again.
            using var waiter = talk.Listen(row.ConversationId);
            var desk = signals.Next;
            yield return news;
            await Task.WhenAny(waiter.News, desk, Task.Delay(LongestSilence, wall.Time, cancellationToken));
            news = waiter.News.IsCompletedSuccessfully
                ? await waiter.News is TranscriptNews.Entries ? ConversationNews.Lines : ConversationNews.Typing
                : ConversationNews.Case;
        }
    }

    public Task<DeskResult> SayAsync(AgentIdentity agent, string caseNumber, string text, string onceId, CancellationToken cancellationToken)
    {
        var words = text.ReplaceLineEndings("\n").Trim();
        return words.Length is 0 or > LongestText || onceId.Length is 0 or > 64
            ? Task.FromResult(new DeskResult(DeskOutcome.NotAcceptable))
            : SayAsync(agent, caseNumber, words, [], onceId, cancellationToken);
    }

    public async Task<DeskResult> SendFileAsync(AgentIdentity agent, string caseNumber, Stream content, string onceId, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        if (await cases.FindAsync(caseNumber, cancellationToken) is not { } row)
        {
            return DeskResult.Gone;
        }

        // Handed in again, it is no new file: it has been sent.
        if (await turns.WasSeenAsync(row.ConversationId, SayingId(agent, onceId), cancellationToken))
        {
            return new DeskResult(DeskOutcome.AlreadyDone, agent.DisplayName);
        }

        var batch = files.Open(row.ConversationId);
        await batch.TakeAsync(content, cancellationToken);
        var sent = batch.Files.OfType<AcceptedFile>().Select(file => file.Piece).ToList();
        try
        {
            return sent.Count == 0 ? new DeskResult(DeskOutcome.NotAcceptable) : await SayAsync(agent, caseNumber, "", sent, onceId, cancellationToken);
        }
        finally
        {
            await batch.SettleAsync();
        }
    }

    public async Task TypingAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || await cases.FindAsync(caseNumber, cancellationToken) is not { } row)
        {
            return;
        }

        var now = wall.Now;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.DeskPages.Where(page => page.AgentId == agent.Id && page.Viewing == caseNumber).ExecuteUpdateAsync(page => page.SetProperty(of => of.TypingAt, now), cancellationToken);
        if (row.HolderId == agent.Id && await transcript.FindAsync(row.ConversationId, cancellationToken) is { } conversation)
        {
            typing.Give(conversation);
        }

        signals.Tell();
    }

    public async Task<DeskResult> HandBackAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        return await cases.FindAsync(caseNumber, cancellationToken) switch
        {
            null => DeskResult.Gone,
            { HolderId: null } => new DeskResult(DeskOutcome.AlreadyDone),
            { HolderId: var holder, HolderName: var name } when holder != agent.Id => new DeskResult(DeskOutcome.HeldByAnother, name),
            var row => await turns.RunAsync(
                row, DeskTurns.Once("hand-back"), new PersonLeft(caseNumber, DeskTurns.PersonOf(agent), PersonLeaving.HandsBack), turns.Line(agent, "handed_back", caseNumber)) is null
                    ? DeskResult.Gone
                    : DeskResult.Done,
        };
    }

    public async Task<IReadOnlyList<DeskNote>> NotesAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return [];
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskNotes.Where(row => row.CaseNumber == caseNumber).OrderBy(row => row.Id).Select(row => new DeskNote(row.Name, row.At, row.Text)).ToListAsync(cancellationToken);
    }

    public async Task<DeskResult> AddNoteAsync(AgentIdentity agent, string caseNumber, string text, string onceId, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText || onceId.Length is 0 or > 64)
        {
            return new DeskResult(DeskOutcome.NotAcceptable);
        }

        if (await cases.FindAnyAsync(caseNumber, cancellationToken) is null)
        {
            return DeskResult.Gone;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.DeskNotes.AnyAsync(row => row.CaseNumber == caseNumber && row.OnceId == onceId, cancellationToken))
        {
            return new DeskResult(DeskOutcome.AlreadyDone);
        }

        context.DeskNotes.Add(new DeskNoteRow { CaseNumber = caseNumber, OnceId = onceId, AgentId = agent.Id, Name = agent.DisplayName, At = time.GetUtcNow(), Text = text.Trim() });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The second click of a pair may look before the first has written.
            await using var later = await contexts.CreateDbContextAsync(cancellationToken);
            if (await later.DeskNotes.AnyAsync(row => row.CaseNumber == caseNumber && row.OnceId == onceId, cancellationToken))
            {
                return new DeskResult(DeskOutcome.AlreadyDone);
            }

            throw;
        }

        signals.Tell();
        return DeskResult.Done;
    }

    public async Task<IReadOnlyList<CannedReply>> CannedRepliesAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken) =>
        agent.May(DeskRole.Agent) && await cases.FindAsync(caseNumber, cancellationToken) is { } row ? CannedReplies.For(agent, row) : [];

    public async Task<string> DraftAsync(AgentIdentity agent, string caseNumber, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DeskDrafts.Where(row => row.AgentId == agent.Id && row.CaseNumber == caseNumber).Select(row => row.Text).SingleOrDefaultAsync(cancellationToken) ?? "";
    }

    public async Task KeepDraftAsync(AgentIdentity agent, string caseNumber, string text, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent) || text.Length > LongestText)
        {
            return;
        }

        try
        {
            await WriteDraftAsync(agent, caseNumber, text, cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another page of the same person has written or emptied it meanwhile: what was typed last is kept.
            await WriteDraftAsync(agent, caseNumber, text, cancellationToken);
        }
    }

    private async Task WriteDraftAsync(AgentIdentity agent, string caseNumber, string text, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.DeskDrafts.FindAsync([agent.Id, caseNumber], cancellationToken);
        switch (row, text.Length)
        {
            case (null, 0):
                return;
            case (not null, 0):
                context.DeskDrafts.Remove(row);
                break;
            case (null, _):
                context.DeskDrafts.Add(new DeskDraftRow { AgentId = agent.Id, CaseNumber = caseNumber, Text = text, At = time.GetUtcNow() });
                break;
            default:
                (row.Text, row.At) = (text, time.GetUtcNow());
                break;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<DeskResult> SayAsync(AgentIdentity agent, string caseNumber, string words, IReadOnlyList<EvidencePiece> sent, string onceId, CancellationToken cancellationToken)
    {
        if (!agent.May(DeskRole.Agent))
        {
            return DeskResult.NotAllowed;
        }

        if (await cases.FindAsync(caseNumber, cancellationToken) is not { } row)
        {
            return DeskResult.Gone;
        }

        // The page's own id: however often the words are handed in, they are said once.
        var said = new PersonSaid(caseNumber, DeskTurns.PersonOf(agent), words) { Files = sent };
        if (await turns.RunAsync(row, SayingId(agent, onceId), said, audit: null) is not { } outcome)
        {
            return DeskResult.Gone;
        }

        if (outcome.Entries.Count == 0)
        {
            var held = await cases.FindAsync(caseNumber, CancellationToken.None);
            return held?.HolderId is null ? new DeskResult(DeskOutcome.NotNow) : new DeskResult(DeskOutcome.HeldByAnother, held.HolderName);
        }

        await KeepDraftAsync(agent, caseNumber, "", CancellationToken.None);
        return outcome.Repeated ? new DeskResult(DeskOutcome.AlreadyDone, agent.DisplayName) : DeskResult.Done;
    }

    private static string SayingId(AgentIdentity agent, string onceId) => $"desk:say:{agent.Id}:{onceId}";

    private async Task AuditAsync(AgentIdentity agent, string action, string caseNumber, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.DeskAudit.Add(turns.Line(agent, action, caseNumber));
        await context.SaveChangesAsync(cancellationToken);
    }
}
