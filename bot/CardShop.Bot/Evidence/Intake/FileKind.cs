namespace CardShop.Bot.Evidence.Intake;

/// <summary>What a file is by its first bytes. Its name and its declared type are never looked at: anybody can write anything there.</summary>
internal enum FileKind
{
    /// <summary>Nothing that is taken.</summary>
    Other,

    /// <summary>A picture that can be read here.</summary>
    Picture,

    /// <summary>A HEIC picture, as iPhones take them: it can't be read here.</summary>
    Heic,

    /// <summary>A PDF.</summary>
    Pdf,
}

/// <summary>Reads the kind.</summary>
internal static class FileKinds
{
    /// <summary>HEIF brands that hold HEVC pictures, or that phones write for them (ISO/IEC 23008-12, annex B).</summary>
    private static readonly string[] HeicBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "msf1"];

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(ReadOnlySpan<byte> content) => content switch
    {
        _ when IsPicture(content) => FileKind.Picture,
        _ when content.StartsWith("%PDF-"u8) => FileKind.Pdf,
        _ when IsHeic(content) => FileKind.Heic,
        _ => FileKind.Other,
    };

    private static bool IsPicture(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff])
        || content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a])
        || content.StartsWith("GIF87a"u8)
        || content.StartsWith("GIF89a"u8)
        || (content.Length > 12 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8));

    private static bool IsHeic(ReadOnlySpan<byte> content)
    {
        if (content.Length < 12 || !content[4..].StartsWith("ftyp"u8))
        {
            return false;
        }

        var brand = System.Text.Encoding.ASCII.GetString(content[8..12]);
        return HeicBrands.Contains(brand, StringComparer.Ordinal);
    }
}
