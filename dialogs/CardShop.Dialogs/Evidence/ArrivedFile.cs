namespace CardShop.Dialogs.Evidence;

/// <summary>What became of a file that the customer has sent.</summary>
public abstract record ArrivedFile;

/// <summary>It is kept.</summary>
/// <param name="Piece">The piece that it became.</param>
public sealed record AcceptedFile(EvidencePiece Piece) : ArrivedFile;

/// <summary>It can't be kept: the customer is told why, and what to do instead.</summary>
/// <param name="Cause">Why.</param>
public sealed record RefusedFile(FileRefusal Cause) : ArrivedFile;

/// <summary>Why a file can't be kept.</summary>
public enum FileRefusal
{
    /// <summary>Neither a picture nor a PDF, whatever its name says.</summary>
    NotEvidence,

    /// <summary>A HEIC picture, which can't be read here: a JPEG can be sent instead.</summary>
    Heic,

    /// <summary>More bytes, or more pixels, than are taken.</summary>
    TooLarge,

    /// <summary>More files than one message or one case may bring.</summary>
    TooMany,

    /// <summary>It can't be read to its end: broken, cut off, or locked by a password.</summary>
    Unreadable,

    /// <summary>The case has it already.</summary>
    AlreadyThere,

    /// <summary>It could not be stored; sending it again later may work.</summary>
    NotStored,
}
