using System.Security.Cryptography;
using CardShop.Bot.Evidence.Intake;
using CardShop.Bot.Evidence.Storage;
using CardShop.Dialogs.Evidence;
using CardShop.Persistence.Evidence;

namespace CardShop.Bot.Evidence;

/// <summary>The files of one message, one after the other: judged, cleaned, compared, stored. Bytes are stored before the turn that names them is run.</summary>
internal sealed partial class EvidenceBatch(
    string conversationId, EvidencePurpose purpose, IEvidenceBook book, EvidenceVault vault, FileCleaner cleaner, EvidenceSignal signal, EvidenceOptions options, TimeProvider time, ILogger logger)
{
    private readonly List<ArrivedFile> _files = [];
    private readonly HashSet<string> _seen = [];
    private (string? CaseNumber, int Pieces)? _case;

    /// <summary>What became of each file, in the order in which they came.</summary>
    public IReadOnlyList<ArrivedFile> Files => _files;

    /// <summary>The media type of an accepted file, for showing it.</summary>
    public static string ContentTypeOf(EvidencePiece piece) => piece.Media is EvidenceMedia.Pdf ? "application/pdf" : "image/jpeg";

    /// <summary>Takes one file in. Whatever is wrong with it is told in <see cref="Files"/>; only a source that breaks off throws.</summary>
    public async Task TakeAsync(Stream content, CancellationToken cancellationToken) => _files.Add(await JudgeAsync(content, cancellationToken));

    /// <summary>Notes a file that could not even be read.</summary>
    public void Refuse(FileRefusal refusal) => _files.Add(new RefusedFile(refusal));

    /// <summary>Gives up what no turn has named: the message had come before, or was never finished.</summary>
    public async Task SettleAsync()
    {
        var ids = _files.OfType<AcceptedFile>().Select(file => file.Piece.Id).ToList();
        if (ids.Count == 0)
        {
            return;
        }

        try
        {
            await book.DropUnkeptAsync(ids, CancellationToken.None);
            signal.Wake();
        }
        catch (Exception failure)
        {
            // The sweeper finds them after a day.
            LogUnsettled(failure, conversationId);
        }
    }

    /// <summary>The same document is rightly shown in every case of its owner, and nothing that could tell it again outlives it (rule E6).</summary>
    private bool IsComparable => purpose is EvidencePurpose.Proof;

    private async Task<ArrivedFile> JudgeAsync(Stream content, CancellationToken cancellationToken)
    {
        try
        {
            _case ??= await book.CountAsync(conversationId, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return NotStored(failure);
        }

        var accepted = _files.Count(file => file is AcceptedFile);
        if (_files.Count >= options.MaxFilesPerMessage || _case.Value.Pieces + accepted >= options.MaxFilesPerCase)
        {
            return new RefusedFile(FileRefusal.TooMany);
        }

        if (await ReadAsync(content, cancellationToken) is not { } sent)
        {
            return new RefusedFile(FileRefusal.TooLarge);
        }

        var (clean, refusal) = await cleaner.CleanAsync(sent, purpose, cancellationToken);
        return clean is null ? new RefusedFile(refusal ?? FileRefusal.Unreadable) : await KeepAsync(sent, clean, cancellationToken);
    }

    private async Task<ArrivedFile> KeepAsync(byte[] sent, CleanFile clean, CancellationToken cancellationToken)
    {
        var row = new EvidenceRow
        {
            Id = EvidenceNames.Next(),
            ConversationId = conversationId,
            Media = clean.Media,
            Purpose = purpose,
            ContentType = clean.ContentType,
            Sha256 = IsComparable ? Convert.ToHexStringLower(SHA256.HashData(sent)) : "",
            LooksSha256 = clean.LooksSha256,
            Size = clean.Content.Length,
            HasThumbnail = clean.Thumbnail is not null,
            ReceivedAt = time.GetUtcNow(),
        };
        try
        {
            var twins = IsComparable ? await book.FindTwinsAsync(row.Sha256, row.LooksSha256, cancellationToken) : [];
            if ((IsComparable && _seen.Contains(row.LooksSha256)) || twins.Any(twin => twin.WithdrawnAt is null && IsOfThisCase(twin)))
            {
                return new RefusedFile(FileRefusal.AlreadyThere);
            }

            await StoreAsync(row, clean, cancellationToken);
            _seen.Add(row.LooksSha256);
            return new AcceptedFile(new EvidencePiece
            {
                Id = row.Id,
                Media = row.Media,
                Purpose = row.Purpose,
                Sha256 = row.Sha256,
                ConsentWording = purpose is EvidencePurpose.Identity ? IdentityConsent.Wording : null,
                ReceivedAt = row.ReceivedAt,
                SeenElsewhere = twins.Any(twin => !IsOfThisCase(twin)),
            });
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return NotStored(failure);
        }
    }

    /// <summary>A piece that came before its conversation had a case belongs to the first one that it gets.</summary>
    private bool IsOfThisCase(EvidenceRow twin) =>
        twin.ConversationId == conversationId && (twin.CaseNumber is null || twin.CaseNumber == _case!.Value.CaseNumber);

    private async Task StoreAsync(EvidenceRow row, CleanFile clean, CancellationToken cancellationToken)
    {
        await book.AddAsync(row, cancellationToken);
        try
        {
            await vault.PutAsync(EvidenceNames.Of(row.Id), clean.Content, cancellationToken);
            if (clean.Thumbnail is { } thumbnail)
            {
                await vault.PutAsync(EvidenceNames.OfThumbnail(row.Id), thumbnail, cancellationToken);
            }
        }
        catch
        {
            // Nothing half-kept: the sweeper deletes what was written, as soon as the store lets it.
            await book.DropUnkeptAsync([row.Id], CancellationToken.None);
            signal.Wake();
            throw;
        }
    }

    private async Task<byte[]?> ReadAsync(Stream content, CancellationToken cancellationToken)
    {
        using var sent = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (sent.Length + read > options.MaxFileBytes)
            {
                return null;
            }

            sent.Write(buffer, 0, read);
        }

        return sent.ToArray();
    }

    private RefusedFile NotStored(Exception failure)
    {
        LogNotStored(failure, conversationId);
        return new RefusedFile(FileRefusal.NotStored);
    }

    [LoggerMessage(1, LogLevel.Error, "A file of {ConversationId} could not be stored; the customer is told to send it again later")]
    private partial void LogNotStored(Exception failure, string conversationId);

    [LoggerMessage(2, LogLevel.Error, "Files of {ConversationId} that no turn has named are left for the sweeper")]
    private partial void LogUnsettled(Exception failure, string conversationId);
}
