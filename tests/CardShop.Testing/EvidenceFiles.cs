using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace CardShop.Testing;

/// <summary>Files as customers and attackers send them, made byte by byte.</summary>
public static class EvidenceFiles
{
    private static readonly byte[] PngMark = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>A PNG of one colour; <paramref name="shade"/> makes one picture differ from another.</summary>
    public static byte[] Png(int width = 40, int height = 30, byte shade = 200)
    {
        var line = new byte[1 + width];
        Array.Fill(line, shade, 1, width);
        return Png(width, height, Enumerable.Repeat(line, height).SelectMany(bytes => bytes));
    }

    /// <summary>A PNG of a few hundred kilobytes that says it has far more pixels than any memory.</summary>
    public static byte[] PngBomb() => Png(60_000, 60_000, Enumerable.Repeat((byte)0, 60_001 * 20));

    /// <summary>A PNG with noise in it, about as large as told.</summary>
    public static byte[] LargePng(int bytes)
    {
        var content = Png();
        var noise = new byte[bytes];
        new Random(7).NextBytes(noise);
        return [.. content[..^12], .. Chunk("prVt", noise), .. content[^12..]];
    }

    /// <summary>What Windows would run.</summary>
    public static byte[] Executable() => [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, 4, .. new byte[200], .. "PE\0\0"u8, .. new byte[500]];

    /// <summary>An archive, as it can hang on to the end of a picture.</summary>
    public static byte[] Zip(string text)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(archive.CreateEntry("run.js").Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }

    /// <summary>The beginning of a picture as iPhones take them.</summary>
    public static byte[] Heic() => [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[100]];

    /// <summary>A JPEG with an EXIF block: which way up it is, and where it was taken.</summary>
    public static byte[] WithExif(byte[] jpeg, ushort orientation)
    {
        var tiff = new List<byte>();
        tiff.AddRange("MM\0*"u8);
        tiff.AddRange([0, 0, 0, 8, 0, 2]);
        tiff.AddRange([0x01, 0x12, 0, 3, 0, 0, 0, 1, (byte)(orientation >> 8), (byte)orientation, 0, 0]);
        tiff.AddRange([0x01, 0x0e, 0, 2, 0, 0, 0, 20, 0, 0, 0, 38]);
        tiff.AddRange([0, 0, 0, 0]);
        tiff.AddRange("GPS 31.2304,121.4737"u8);
        byte[] body = [.. "Exif\0\0"u8, .. tiff];
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(body.Length + 2));
        return [.. jpeg[..2], 0xff, 0xe1, .. length, .. body, .. jpeg[2..]];
    }

    /// <summary>A PDF of one empty page.</summary>
    /// <param name="catalog">More entries of the catalogue, such as <c>/OpenAction 4 0 R</c>.</param>
    /// <param name="trailer">More entries of the trailer.</param>
    /// <param name="objects">More objects, from number 4 on.</param>
    public static byte[] Pdf(string catalog = "", string trailer = "", params string[] objects)
    {
        string[] all =
        [
            $"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
            .. objects,
        ];
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var (index, content) in all.Index())
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {all.Length + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n"));
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {all.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    /// <summary>A PDF that opens with a password only.</summary>
    public static byte[] LockedPdf()
    {
        var secret = string.Concat(Enumerable.Repeat("5A", 32));
        return Pdf(
            "",
            $"/Encrypt 4 0 R /ID [<{secret[..32]}> <{secret[..32]}>]",
            $"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}> >>");
    }

    private static byte[] Png(int width, int height, IEnumerable<byte> lines)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write([.. lines]);
        }

        return [.. PngMark, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.HashToUInt32(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
