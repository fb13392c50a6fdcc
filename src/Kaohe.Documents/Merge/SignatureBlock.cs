using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kaohe.Documents.Merge;

/// <summary>
/// Sets signer, date and seal by GB/T 9704-2012, 7.3.5.1: the date ends four characters from the right, the signer is centred over the date,
/// the seal is centred on both. A signer too long for that ends two characters from the right and the date is centred under it.
/// The signer's paragraph is the one that holds <c>{{图:印章}}</c>; the date is the paragraph after it.
/// </summary>
internal static class SignatureBlock
{
    /// <summary>One character cell of the 28-character line: 15.75 pt.</summary>
    private const double Cell = 15.75;
    private const double HalfCell = 8;

    /// <summary>156 mm, the width of the text area.</summary>
    private const double AreaWidth = 442.2;
    private const double DateIndent = 4 * Cell;
    private const double LongSignerIndent = 2 * Cell;

    /// <summary>Where a seal of this width stands over a date of common length; corrected by <see cref="Arrange"/>.</summary>
    public static long DefaultSealLeft(long width) => (long)((AreaWidth - DateIndent - (3.5 * Cell)) * PictureDrawing.EmuPerPoint) - (width / 2);

    public static void Arrange(Paragraph signer)
    {
        if (signer.Parent is TableCell)
        {
            CentreInCell(signer);
            return;
        }

        if (signer.NextSibling() is not Paragraph date)
        {
            return;
        }

        var signerWidth = WidthOf(ParagraphText.Of(signer));
        var dateWidth = WidthOf(ParagraphText.Of(date));
        var dateRight = DateIndent;
        var signerRight = DateIndent - ((signerWidth - dateWidth) / 2);
        if (signerRight < 0)
        {
            signerRight = LongSignerIndent;
            dateRight = signerRight + ((signerWidth - dateWidth) / 2);
        }

        Indent(signer, signerRight);
        Indent(date, dateRight);
        foreach (var anchor in signer.Descendants<DW.Anchor>())
        {
            var left = (long)((AreaWidth - dateRight - (dateWidth / 2)) * PictureDrawing.EmuPerPoint) - (anchor.Extent!.Cx!.Value / 2);
            anchor.HorizontalPosition!.PositionOffset!.Text = left.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>In a form the cell says where the signature stands; the seal goes to its middle.</summary>
    private static void CentreInCell(Paragraph signer)
    {
        foreach (var anchor in signer.Descendants<DW.Anchor>())
        {
            anchor.HorizontalPosition = new DW.HorizontalPosition(new DW.HorizontalAlignment("center")) { RelativeFrom = DW.HorizontalRelativePositionValues.Column };
        }
    }

    private static double WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value < 0x2000 ? HalfCell : Cell);

    private static void Indent(Paragraph paragraph, double right)
    {
        paragraph.ParagraphProperties ??= new ParagraphProperties();
        paragraph.ParagraphProperties.Indentation = new Indentation
        {
            FirstLineChars = 0,
            FirstLine = "0",
            RightChars = 0,
            Right = ((int)Math.Round(right * 20)).ToString(CultureInfo.InvariantCulture),
        };
        paragraph.ParagraphProperties.Justification = new Justification { Val = JustificationValues.Right };
    }
}
