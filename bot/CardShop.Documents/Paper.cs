using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CardShop.Documents;

/// <summary>An A4 page of a Chinese paper, filled from top to bottom. Lengths are in twentieths of a point.</summary>
internal sealed class Paper
{
    private const int TextWidth = 11906 - (2 * Margin);
    private const int Margin = 1440;
    private readonly Body _body = new();

    public void Title(string text) =>
        _body.Append(Paragraph(text, new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { After = "160" }, new Justification { Val = JustificationValues.Center }), halfPoints: 36, heading: true));

    public void Heading(string text) =>
        _body.Append(Paragraph(text, new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "160", After = "60" }), halfPoints: 26, heading: true));

    /// <summary>Body text; each line of it a paragraph.</summary>
    public void Text(string text, bool keepWithNext = false)
    {
        foreach (var line in Lines(text))
            _body.Append(Paragraph(line, new ParagraphProperties(new KeepNext { Val = keepWithNext }, new SpacingBetweenLines { After = "40", Line = "264", LineRule = LineSpacingRuleValues.Auto })));
    }

    /// <summary>A ruled table. No row is torn by a page's end; a head is repeated on each page.</summary>
    public void Table(int[] shares, string[][] rows, bool headed = false)
    {
        var widths = Array.ConvertAll(shares, share => (TextWidth * share / shares.Sum()).ToString(CultureInfo.InvariantCulture));
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        foreach (var (index, row) in rows.Index())
        {
            var properties = new TableRowProperties(new CantSplit());
            if (headed && index == 0)
                properties.Append(new TableHeader());
            var line = new TableRow(properties);
            foreach (var (column, cell) in row.Index())
                line.Append(Cell(cell, widths[column], bold: headed ? index == 0 : column == 0));
            table.Append(line);
        }

        _body.Append(table);
    }

    /// <summary>Lines at the right, kept together.</summary>
    public void Signature(params string[] lines)
    {
        // The last has nothing to be kept with: to ask for it all the same makes some programs leave the heading behind.
        foreach (var (index, line) in lines.Index())
            _body.Append(Paragraph(line, new ParagraphProperties(new KeepNext { Val = index < lines.Length - 1 }, new KeepLines(), new SpacingBetweenLines { Before = "240" }, new Justification { Val = JustificationValues.Right })));
    }

    public byte[] ToBytes(DateTimeOffset writtenAt)
    {
        _body.Append(new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = DocxFile.FooterId },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1134, Bottom = 1134, Left = Margin, Right = Margin, Header = 720, Footer = 720, Gutter = 0 }));
        return DocxFile.Write(_body, writtenAt);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4 };

    private static TableCell Cell(string text, string width, bool bold)
    {
        var cell = new TableCell(new TableCellProperties(
            new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }));
        foreach (var line in Lines(text))
            cell.Append(Paragraph(line, new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60" }), halfPoints: 21, heading: bold));
        return cell;
    }

    private static Paragraph Paragraph(string text, ParagraphProperties properties, int halfPoints = 24, bool heading = false)
    {
        var look = new RunProperties(new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = heading ? DocxFile.HeadingFont : DocxFile.BodyFont });
        if (heading)
            look.Append(new Bold());
        look.Append(new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) }, new Languages { Val = "en-US", EastAsia = "zh-CN" });
        return new Paragraph(properties, new Run(look, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }
}
