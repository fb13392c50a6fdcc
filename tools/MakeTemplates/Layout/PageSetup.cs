using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace MakeTemplates.Layout;

/// <summary>Paper, text area, line grid and page numbers: odd pages right, even pages left, one character in (GB/T 9704-2012, 7.5).</summary>
internal static class PageSetup
{
    public static SectionProperties Create(MainDocumentPart main)
    {
        Settings(main);
        return new SectionProperties(
            Footer(main, "rIdFooterOdd", HeaderFooterValues.Default, JustificationValues.Right),
            Footer(main, "rIdFooterEven", HeaderFooterValues.Even, JustificationValues.Left),
            new PageSize { Width = Gb.PageWidth, Height = Gb.PageHeight },
            new PageMargin { Top = Gb.Top, Bottom = Gb.Bottom, Left = Gb.Left, Right = Gb.Right, Header = 851, Footer = Gb.FooterFromBottom, Gutter = 0 },
            new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 });
    }

    private static FooterReference Footer(MainDocumentPart main, string id, HeaderFooterValues type, JustificationValues side)
    {
        var part = main.AddNewPart<FooterPart>(id);
        var paragraph = Markup.Paragraph(OfficialStyles.PageNumber);
        paragraph.ParagraphProperties!.Justification = new Justification { Val = side };
        paragraph.Append(
            Markup.Run("— "),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode(" PAGE ") { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Markup.Run("1"),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
            Markup.Run(" —"));
        part.Footer = new Footer(paragraph);
        return new FooterReference { Type = type, Id = id };
    }

    private static void Settings(MainDocumentPart main) => main.AddNewPart<DocumentSettingsPart>("rIdSettings").Settings = new Settings(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new DoNotExpandShiftReturn(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));
}
