using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CardShop.Bot.Tests.Evidence;

/// <summary>A PDF whose fourth object is packed into an object stream, with a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).</summary>
internal static class CompressedPdf
{
    public static byte[] With(string fourth)
    {
        using var pdf = new MemoryStream();
        var offsets = new long[7];
        Write("%PDF-1.5\n");
        Object(1, "<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R >>");
        Object(2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        Object(3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>");
        Stream(5, "/Type /ObjStm /N 1 /First 4", Encoding.ASCII.GetBytes("4 0 " + fourth));
        var start = pdf.Length;
        offsets[6] = start;
        var table = new List<byte>();
        Entry(0, 0, 0);
        Entry(1, (int)offsets[1], 0);
        Entry(1, (int)offsets[2], 0);
        Entry(1, (int)offsets[3], 0);
        Entry(2, 5, 0);
        Entry(1, (int)offsets[5], 0);
        Entry(1, (int)offsets[6], 0);
        Stream(6, "/Type /XRef /Size 7 /W [1 4 1] /Root 1 0 R", [.. table]);
        Write(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));

        void Object(int number, string content)
        {
            offsets[number] = pdf.Length;
            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{content}\nendobj\n"));
        }

        void Stream(int number, string entries, byte[] content)
        {
            offsets[number] = pdf.Length;
            using var packed = new MemoryStream();
            using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            {
                zlib.Write(content);
            }

            Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
            pdf.Write(packed.ToArray());
            Write("\nendstream\nendobj\n");
        }

        void Entry(byte kind, int value, byte last)
        {
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, value);
            table.AddRange([kind, .. number, last]);
        }
    }
}
