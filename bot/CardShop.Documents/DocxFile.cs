using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CardShop.Documents;

/// <summary>A document's package: its parts have fixed names and times, so that the same content is the same bytes.</summary>
internal static class DocxFile
{
    /// <summary>宋体: Windows and macOS have it; elsewhere the font table names what stands for it.</summary>
    public const string BodyFont = "宋体";

    /// <summary>黑体, for headings.</summary>
    public const string HeadingFont = "黑体";

    /// <summary>The relationship of the footer with the page numbers.</summary>
    public const string FooterId = "rIdFooter";

    // ZIP knows no earlier year.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Body body, DateTimeOffset writtenAt)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rIdMain");
            main.AddNewPart<FooterPart>(FooterId).Footer = PageNumbers();
            main.AddNewPart<FontTablePart>("rIdFonts").Fonts = new Fonts(
                new Font(new AltName { Val = "SimSun,Noto Serif CJK SC" }) { Name = BodyFont },
                new Font(new AltName { Val = "SimHei,Noto Sans CJK SC" }) { Name = HeadingFont });
            main.Document = new Document(body);
            var properties = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(properties, "rIdProperties");
            using var content = properties.GetStream(FileMode.Create);
            content.Write(Encoding.UTF8.GetBytes(Properties(writtenAt)));
        }

        return WithFixedTimes(file);
    }

    private static Footer PageNumbers() => new(new Paragraph(
        new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" / ")),
        new SimpleField(new Run(new Text("1"))) { Instruction = "NUMPAGES" }));

    private static string Properties(DateTimeOffset writtenAt) => string.Create(CultureInfo.InvariantCulture, $"""
        <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">{writtenAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</dcterms:created></cp:coreProperties>
        """);

    private static byte[] WithFixedTimes(MemoryStream file)
    {
        using var fixedFile = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(file.ToArray()), ZipArchiveMode.Read))
        using (var to = new ZipArchive(fixedFile, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Readers that judge a file by its first bytes expect the content types first.
            foreach (var entry in from.Entries.OrderBy(entry => entry.FullName != "[Content_Types].xml").ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = EntryTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return fixedFile.ToArray();
    }
}
