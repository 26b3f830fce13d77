using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using CardShop.Dialogs.Evidence;
using SkiaSharp;

namespace CardShop.Bot.Evidence.Intake;

/// <summary>
/// Reads a picture to its last pixel, turns it upright, and writes it anew: places, cameras, owners, and whatever else was hidden in the file or hung on to it, is
/// gone. Nothing else touches the native library, so that it is loaded with the first picture and not with the host.
/// </summary>
internal static class PictureCleaner
{
    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";
    private const int Quality = 90;
    private const int ThumbnailQuality = 80;

    /// <summary>A thumbnail is at most this wide, and shows the top of a long screenshot.</summary>
    private const int ThumbnailWidth = 320;
    private const int ThumbnailHeight = 480;

    /// <summary>Of an identity document this many pixels stay across: far fewer than its letters.</summary>
    private const int BlurredWidth = 12;

    /// <summary>Cleans a picture.</summary>
    /// <param name="sent">The bytes as they were sent.</param>
    /// <param name="maxPixels">How many pixels it may have, by its header: nothing larger is ever decoded.</param>
    /// <param name="purpose">What it is for: of an identity document the small picture shows nothing that can be read (rule E6), and no hash is made.</param>
    /// <param name="clean">What is kept of it.</param>
    /// <param name="refusal">Why nothing is.</param>
    public static bool TryClean(byte[] sent, long maxPixels, EvidencePurpose purpose, [NotNullWhen(true)] out CleanFile? clean, [NotNullWhen(false)] out FileRefusal? refusal)
    {
        clean = null;
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (codec is null)
        {
            refusal = FileRefusal.Unreadable;
            return false;
        }

        if ((long)codec.Info.Width * codec.Info.Height > maxPixels)
        {
            refusal = FileRefusal.TooLarge;
            return false;
        }

        using var upright = Decode(codec);
        if (upright is null)
        {
            refusal = FileRefusal.Unreadable;
            return false;
        }

        refusal = null;
        var isPhoto = codec.EncodedFormat is SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Webp && upright.Info.IsOpaque;
        clean = new CleanFile(
            EvidenceMedia.Image,
            isPhoto ? Jpeg : Png,
            Encode(upright, isPhoto ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Png, Quality),
            purpose is EvidencePurpose.Identity ? Blurred(upright) : Thumbnail(upright),
            purpose is EvidencePurpose.Identity ? "" : Hash(upright));
        return true;
    }

    /// <summary>The first frame, whole and upright; null when it is broken or cut off.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        var info = Form(codec.Info.Width, codec.Info.Height, codec.Info.IsOpaque);
        var decoded = new SKBitmap(info);
        if (codec.GetPixels(info, decoded.GetPixels()) is not SKCodecResult.Success)
        {
            decoded.Dispose();
            return null;
        }

        if (codec.EncodedOrigin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return decoded;
        }

        using (decoded)
        {
            return Turn(decoded, codec.EncodedOrigin);
        }
    }

    private static SKBitmap Turn(SKBitmap picture, SKEncodedOrigin origin)
    {
        var (width, height) = (picture.Width, picture.Height);
        var isAcross = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var turned = new SKBitmap(isAcross ? Form(height, width, picture.Info.IsOpaque) : Form(width, height, picture.Info.IsOpaque));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, width, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, width, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, height, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, height, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, height, -1, 0, width, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, width, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        canvas.DrawBitmap(picture, 0, 0, SKSamplingOptions.Default);
        canvas.Flush();
        return turned;
    }

    private static byte[] Thumbnail(SKBitmap picture)
    {
        var scale = Math.Min(1f, (float)ThumbnailWidth / picture.Width);
        var height = Math.Clamp((int)(picture.Height * scale), 1, ThumbnailHeight);
        using var small = new SKBitmap(Form(Math.Max(1, (int)(picture.Width * scale)), height, isOpaque: true));
        using var canvas = new SKCanvas(small);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        using var image = SKImage.FromPixels(picture.PeekPixels());
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        canvas.Flush();
        return Encode(small, SKEncodedImageFormat.Jpeg, ThumbnailQuality);
    }

    /// <summary>A small picture of a few colours: its owner knows it again, and nobody can read it.</summary>
    private static byte[] Blurred(SKBitmap picture)
    {
        var height = Math.Clamp(BlurredWidth * picture.Height / picture.Width, 1, BlurredWidth * 2);
        using var few = new SKBitmap(Form(BlurredWidth, height, isOpaque: true));
        using var image = SKImage.FromPixels(picture.PeekPixels());
        using (var canvas = new SKCanvas(few))
        {
            canvas.Clear(SKColors.White);
            canvas.DrawImage(image, SKRect.Create(BlurredWidth, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
            canvas.Flush();
        }

        return Thumbnail(few.Resize(Form(ThumbnailWidth, height * ThumbnailWidth / BlurredWidth, isOpaque: true), new SKSamplingOptions(SKFilterMode.Linear))
            ?? throw new InvalidOperationException("A picture could not be blurred."));
    }

    private static byte[] Encode(SKBitmap picture, SKEncodedImageFormat format, int quality)
    {
        using var pixels = picture.PeekPixels();
        using var encoded = pixels.Encode(format, quality) ?? throw new InvalidOperationException($"A picture could not be written as {format}.");
        return encoded.ToArray();
    }

    private static string Hash(SKBitmap picture)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, picture.Width);
        BinaryPrimitives.WriteInt32LittleEndian(size[sizeof(int)..], picture.Height);
        hash.AppendData(size);
        hash.AppendData(picture.GetPixelSpan());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static SKImageInfo Form(int width, int height, bool isOpaque) =>
        new(width, height, SKColorType.Rgba8888, isOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, SKColorSpace.CreateSrgb());
}
