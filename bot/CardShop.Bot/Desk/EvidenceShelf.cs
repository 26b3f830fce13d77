using CardShop.Bot.Evidence.Serving;
using CardShop.Desk.Services;
using CardShop.Dialogs.Cases;
using CardShop.Dialogs.Evidence;
using CardShop.Persistence;
using CardShop.Persistence.Evidence;
using Microsoft.EntityFrameworkCore;

namespace CardShop.Bot.Desk;

/// <summary>The files of conversations as the desk shows them before anybody looks closer: small, and identity documents blurred (rule E6).</summary>
internal sealed class EvidenceShelf(IDbContextFactory<BotDbContext> contexts, EvidenceTickets tickets, DeskCases cases)
{
    /// <summary>Whether a piece is an identity document, by what it was sent for or by what it is taken to show.</summary>
    public static bool IsIdentity(CaseEvidence piece) => piece.Link == EvidenceLink.Identity || piece.Piece.Purpose == EvidencePurpose.Identity;

    /// <summary>The pieces of a case.</summary>
    public async Task<IReadOnlyList<EvidenceItem>> OfAsync(CaseFile file, string conversationId, CancellationToken cancellationToken)
    {
        var kept = file.Evidence.Count == 0 ? [] : await KeptAsync(conversationId, cancellationToken);
        return [.. file.Evidence.Select(piece => new EvidenceItem(
            piece.Piece.Id, piece.Link, piece.Piece.Media, IsIdentity(piece), piece.Piece.SeenElsewhere, piece.Piece.ReceivedAt, Small(kept.GetValueOrDefault(piece.Piece.Id), IsIdentity(piece))))];
    }

    /// <summary>Lines of a conversation, each of their files with what can be shown of it.</summary>
    public async Task<IReadOnlyList<SpokenLine>> WithFilesAsync(string conversationId, string caseNumber, IReadOnlyList<SpokenLine> lines, CancellationToken cancellationToken)
    {
        if (!lines.Any(line => line.Files.Any(file => file.PieceId is not null)))
        {
            return lines;
        }

        var kept = await KeptAsync(conversationId, cancellationToken);
        var identities = await cases.FindAnyAsync(caseNumber, cancellationToken) is { } row && await cases.FileAsync(row, cancellationToken) is { } file
            ? file.Evidence.Where(IsIdentity).Select(piece => piece.Piece.Id).ToHashSet(StringComparer.Ordinal)
            : [];
        return [.. lines.Select(line => line with { Files = [.. line.Files.Select(Shown)] })];

        SpokenFile Shown(SpokenFile file)
        {
            if (file.PieceId is not { } id || !kept.TryGetValue(id, out var piece))
            {
                return file with { PieceId = null };
            }

            var isIdentity = piece.Purpose == EvidencePurpose.Identity || identities.Contains(id);
            return file with { IsIdentity = isIdentity, Small = Small(piece, isIdentity) };
        }
    }

    /// <summary>Of what is only taken for an identity document there is no blurred picture: nothing is shown.</summary>
    private Uri? Small(EvidenceRow? piece, bool isIdentity) => piece is { Media: EvidenceMedia.Image } && (!isIdentity || piece.Purpose == EvidencePurpose.Identity)
        ? new Uri($"{EvidenceFiles.Root}/{tickets.ForFile(piece.Id)}?small", UriKind.Relative)
        : null;

    private async Task<Dictionary<string, EvidenceRow>> KeptAsync(string conversationId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Evidence.AsNoTracking()
            .Where(row => row.ConversationId == conversationId && row.KeptAt != null && row.WithdrawnAt == null)
            .ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
    }
}
