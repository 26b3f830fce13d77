using CardShop.Bot.Evidence.Intake;
using CardShop.Bot.Evidence.Storage;
using CardShop.Dialogs.Evidence;
using Microsoft.Extensions.Options;

namespace CardShop.Bot.Evidence;

/// <summary>The way in for files: whoever brings some opens a batch, hands them to it one by one, runs the turn that names them, and settles the batch.</summary>
internal sealed class EvidenceIntake(
    IEvidenceBook book, EvidenceVault vault, FileCleaner cleaner, EvidenceSignal signal, IOptions<EvidenceOptions> options, TimeProvider time, ILogger<EvidenceIntake> logger)
{
    /// <summary>Begins to take in the files of one message.</summary>
    /// <param name="conversationId">The conversation that they are sent to.</param>
    /// <param name="purpose">What they are for: an identity document is a picture, and comes with a consent (rule E6).</param>
    public EvidenceBatch Open(string conversationId, EvidencePurpose purpose = EvidencePurpose.Proof) => new(conversationId, purpose, book, vault, cleaner, signal, options.Value, time, logger);
}
