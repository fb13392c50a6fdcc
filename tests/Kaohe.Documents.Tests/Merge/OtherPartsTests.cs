using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Merge;

/// <summary>What stands beside the text of a Word file: headers and footers are filled, footnotes stay as they are.</summary>
public sealed class OtherPartsTests
{
    [Fact]
    public void Should_fill_header_and_footer_and_leave_footnotes_untouched()
    {
        var template = Template();

        var result = WordTemplate.Merge(template, MergeData.FromJson("""{"文号":"忻考办〔2026〕1号","单位":"代县","期限":"12月25日"}"""));

        Assert.True(result.IsComplete);
        Assert.Empty(WordFile.Validate(result.Bytes));
        using var before = WordprocessingDocument.Open(new MemoryStream(template), isEditable: false);
        using var after = WordprocessingDocument.Open(new MemoryStream(result.Bytes), isEditable: false);
        var main = after.MainDocumentPart!;
        Assert.Equal("忻考办〔2026〕1号", main.HeaderParts.Single().Header!.InnerText);
        Assert.Equal("发至：代县", main.FooterParts.Single().Footer!.InnerText);
        Assert.Equal("请于12月25日前报送。", main.Document!.Body!.InnerText);
        Assert.Single(main.Document.Descendants<FootnoteReference>());
        Assert.Equal(before.MainDocumentPart!.FootnotesPart!.Footnotes!.OuterXml, main.FootnotesPart!.Footnotes!.OuterXml);
        Assert.Contains("{{文号}}", main.FootnotesPart.Footnotes.InnerText, StringComparison.Ordinal);
    }

    private static byte[] Template()
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<HeaderPart>("h1").Header = new Header(WordFile.Paragraph("{{文", "号}}"));
            main.AddNewPart<FooterPart>("f1").Footer = new Footer(WordFile.Paragraph("发至：{{单位}}"));
            main.AddNewPart<FootnotesPart>("n1").Footnotes = new Footnotes(new Footnote(WordFile.Paragraph("见{{文号}}。")) { Id = 1 });
            main.Document = new Document(new Body(
                new Paragraph(new Run(new Text("请于{{期限}}前报送。")), new Run(new FootnoteReference { Id = 1 })),
                new SectionProperties(new HeaderReference { Id = "h1", Type = HeaderFooterValues.Default }, new FooterReference { Id = "f1", Type = HeaderFooterValues.Default })));
        }

        return stream.ToArray();
    }
}
