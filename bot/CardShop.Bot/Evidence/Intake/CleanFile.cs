using CardShop.Dialogs.Evidence;

namespace CardShop.Bot.Evidence.Intake;

/// <summary>A file as it is kept: checked, and freed from whatever is no evidence.</summary>
/// <param name="Media">What it is.</param>
/// <param name="ContentType">The media type of <paramref name="Content"/>.</param>
/// <param name="Content">The bytes to keep.</param>
/// <param name="Thumbnail">A small JPEG of a picture; null for a PDF.</param>
/// <param name="LooksSha256">SHA-256 of what a person sees, in lower-case hexadecimal: the upright pixels of a picture, the kept bytes of a PDF.</param>
internal sealed record CleanFile(EvidenceMedia Media, string ContentType, byte[] Content, byte[]? Thumbnail, string LooksSha256);
