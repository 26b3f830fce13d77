using System.Text;
using CardShop.Bot.Evidence;
using CardShop.Bot.Evidence.Intake;
using CardShop.Dialogs.Evidence;
using CardShop.Testing;
using Microsoft.Extensions.Options;
using SkiaSharp;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>Files are judged by their content, and what is kept of them holds nothing but what a person sees.</summary>
public sealed class CleaningTests : IDisposable
{
    private readonly FileCleaner _cleaner = new(Options.Create(new EvidenceOptions()));

    [Theory]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Webp, "image/jpeg")]
    public async Task Picture_IsWrittenAnew_WithAThumbnail(SKEncodedImageFormat format, string contentType)
    {
        var clean = await AcceptAsync(Picture(800, 400, format));

        Assert.Equal((EvidenceMedia.Image, contentType), (clean.Media, clean.ContentType));
        Assert.Equal((800, 400), Size(clean.Content));
        Assert.Equal((320, 160), Size(clean.Thumbnail!));
    }

    [Fact]
    public async Task Gif_BecomesAPngOfItsFirstFrame()
    {
        var gif = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

        Assert.Equal("image/png", (await AcceptAsync(gif)).ContentType);
    }

    [Fact]
    public async Task LongScreenshot_KeepsAllPixels_AndShowsItsTopInTheThumbnail()
    {
        var clean = await AcceptAsync(EvidenceFiles.Png(640, 6_000));

        Assert.Equal((640, 6_000), Size(clean.Content));
        Assert.Equal((320, 480), Size(clean.Thumbnail!));
    }

    [Theory]
    [InlineData(1, 60, 40)]
    [InlineData(3, 60, 40)]
    [InlineData(6, 40, 60)]
    [InlineData(8, 40, 60)]
    public async Task PhotoTakenSideways_StandsUpright(ushort orientation, int width, int height)
    {
        var sent = EvidenceFiles.WithExif(Corner(60, 40, orientation), orientation);

        var clean = await AcceptAsync(sent);

        Assert.Equal((width, height), Size(clean.Content));
        using var kept = SKBitmap.Decode(clean.Content);
        Assert.True(kept.GetPixel(5, 5).Red > 200 && kept.GetPixel(width - 6, height - 6).Red < 60, "The red corner belongs to the top left.");
    }

    [Fact]
    public async Task Metadata_IsGone()
    {
        var clean = await AcceptAsync(EvidenceFiles.WithExif(Picture(64, 64, SKEncodedImageFormat.Jpeg), 1));

        var kept = Encoding.Latin1.GetString(clean.Content);
        Assert.DoesNotContain("Exif", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("31.2304", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polyglot_LosesWhatHungOnToIt()
    {
        byte[] sent = [.. Picture(64, 64, SKEncodedImageFormat.Jpeg), .. "<html><script>alert(1)</script>"u8, .. EvidenceFiles.Zip("alert(1)")];

        var kept = Encoding.Latin1.GetString((await AcceptAsync(sent)).Content);

        Assert.DoesNotContain("script", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("run.js", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SamePixels_LookTheSame_WhateverTheFile()
    {
        var first = await AcceptAsync(EvidenceFiles.Png());
        var second = await AcceptAsync(EvidenceFiles.LargePng(1_000));

        Assert.Equal(first.LooksSha256, second.LooksSha256);
        Assert.NotEqual(first.LooksSha256, (await AcceptAsync(EvidenceFiles.Png(shade: 10))).LooksSha256);
    }

    [Fact]
    public async Task Bomb_IsRefusedByItsHeader() => Assert.Equal(FileRefusal.TooLarge, await RefuseAsync(EvidenceFiles.PngBomb()));

    [Fact]
    public async Task PictureCutOff_IsUnreadable()
    {
        var sent = Picture(400, 400, SKEncodedImageFormat.Jpeg);

        Assert.Equal(FileRefusal.Unreadable, await RefuseAsync(sent[..(sent.Length / 2)]));
    }

    [Fact]
    public async Task PictureInNameOnly_IsUnreadable() => Assert.Equal(FileRefusal.Unreadable, await RefuseAsync([0xff, 0xd8, 0xff, .. new byte[100]]));

    [Fact]
    public async Task Executable_IsNoEvidence() => Assert.Equal(FileRefusal.NotEvidence, await RefuseAsync(EvidenceFiles.Executable()));

    [Theory]
    [InlineData("")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>")]
    [InlineData("<!doctype html><p>%PDF-1.4")]
    [InlineData("BM6 a bitmap")]
    public async Task AnythingElse_IsNoEvidence(string content) => Assert.Equal(FileRefusal.NotEvidence, await RefuseAsync(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public async Task Archive_IsNoEvidence() => Assert.Equal(FileRefusal.NotEvidence, await RefuseAsync(EvidenceFiles.Zip("x")));

    [Fact]
    public async Task Heic_IsToldApart() => Assert.Equal(FileRefusal.Heic, await RefuseAsync(EvidenceFiles.Heic()));

    [Fact]
    public async Task Pdf_IsKeptUpToItsEnd()
    {
        var pdf = EvidenceFiles.Pdf();

        var clean = await AcceptAsync([.. pdf, .. "PK\x03\x04 something"u8]);

        Assert.Equal((EvidenceMedia.Pdf, "application/pdf"), (clean.Media, clean.ContentType));
        Assert.Null(clean.Thumbnail);
        Assert.Equal(pdf[..^1], clean.Content);
    }

    [Fact]
    public async Task LockedPdf_IsUnreadable() => Assert.Equal(FileRefusal.Unreadable, await RefuseAsync(EvidenceFiles.LockedPdf()));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task PdfCutOff_IsUnreadable(double share)
    {
        var pdf = EvidenceFiles.Pdf();

        Assert.Equal(FileRefusal.Unreadable, await RefuseAsync(pdf[..(int)(pdf.Length * share)]));
    }

    [Fact]
    public async Task PdfOfRubbish_IsUnreadable() => Assert.Equal(FileRefusal.Unreadable, await RefuseAsync("%PDF-1.7\nrubbish\nstartxref\n7\n%%EOF"u8.ToArray()));

    [Theory]
    [InlineData("/OpenAction 4 0 R", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>")]
    [InlineData("/OpenAction 4 0 R", "<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>")]
    [InlineData("/OpenAction << /S /Launch /F (cmd.exe) >>", "null")]
    [InlineData("/Names << /EmbeddedFiles 4 0 R >>", "<< /Names [] >>")]
    [InlineData("", "<< /Type /EmbeddedFile >>")]
    [InlineData("/AcroForm << /XFA 4 0 R >>", "null")]
    public async Task PdfThatActs_IsNoEvidence(string catalog, string action) =>
        Assert.Equal(FileRefusal.NotEvidence, await RefuseAsync(EvidenceFiles.Pdf(catalog, "", action)));

    [Fact]
    public async Task PdfThatActsFromWithinACompressedStream_IsNoEvidence() =>
        Assert.Equal(FileRefusal.NotEvidence, await RefuseAsync(CompressedPdf.With("<< /S /JavaScript /JS (app.alert\\(1\\)) >>")));

    [Fact]
    public async Task PdfThatUnpacksWithoutEnd_IsUnreadable() =>
        Assert.Equal(FileRefusal.Unreadable, await RefuseAsync(CompressedPdf.With("<< >>" + new string(' ', 200_000_000))));

    public void Dispose() => _cleaner.Dispose();

    private static byte[] Picture(int width, int height, SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.SteelBlue);
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(format, 90);
        return data!.ToArray();
    }

    /// <summary>A black photo whose corner is red where the top left is once it stands upright.</summary>
    private static byte[] Corner(int width, int height, ushort orientation)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        bitmap.Erase(SKColors.Black);
        using var canvas = new SKCanvas(bitmap);
        using var red = new SKPaint { Color = SKColors.Red };
        var (left, top) = orientation switch
        {
            3 => (width - 20, height - 20),
            6 => (0, height - 20),
            8 => (width - 20, 0),
            _ => (0, 0),
        };
        canvas.DrawRect(left, top, 20, 20, red);
        canvas.Flush();
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(SKEncodedImageFormat.Jpeg, 95);
        return data!.ToArray();
    }

    private static (int Width, int Height) Size(byte[] picture)
    {
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        return (codec.Info.Width, codec.Info.Height);
    }

    private async Task<CleanFile> AcceptAsync(byte[] sent)
    {
        var (clean, refusal) = await _cleaner.CleanAsync(sent, EvidencePurpose.Proof, TestContext.Current.CancellationToken);
        Assert.True(clean is not null, $"It was refused: {refusal}");
        return clean;
    }

    private async Task<FileRefusal?> RefuseAsync(byte[] sent)
    {
        var (clean, refusal) = await _cleaner.CleanAsync(sent, EvidencePurpose.Proof, TestContext.Current.CancellationToken);
        Assert.Null(clean);
        return refusal;
    }
}
