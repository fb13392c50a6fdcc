using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Merge;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;
using DW = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Kaohe.Documents.Tests.Merge;

public sealed class PictureTests
{
    private const double PointsPerEmu = 1 / 12700.0;

    private static MergeResult Merge(byte[] template, Dictionary<string, object?> data) => WordTemplate.Merge(new MemoryStream(template), data);

    [Theory]
    [InlineData("市考核办", "2026年11月23日")]
    [InlineData("忻州市年度目标责任考核领导组办公室", "2026年1月1日")]
    public void Should_centre_seal_and_signer_on_the_date(string signer, string date)
    {
        var template = WordFile.Of(WordFile.Paragraph("{{图:印章|42}}", "{{落款机关}}"), WordFile.Paragraph("{{日期}}"));

        var result = Merge(template, new() { ["印章"] = SamplePicture.Seal(), ["落款机关"] = signer, ["日期"] = date });

        using var document = WordprocessingDocument.Open(new MemoryStream(result.Bytes), false);
        var paragraphs = document.MainDocumentPart!.Document!.Descendants<Paragraph>().ToList();
        double Centre(int index, string text) => 442.2 - (int.Parse(paragraphs[index].ParagraphProperties!.Indentation!.Right!.Value!) / 20.0) - (Width(text) / 2);
        var anchor = Assert.Single(paragraphs[0].Descendants<DW.Anchor>());
        var sealCentre = (long.Parse(anchor.HorizontalPosition!.PositionOffset!.Text) + (anchor.Extent!.Cx!.Value / 2)) * PointsPerEmu;
        Assert.Equal(42 * 36000, anchor.Extent.Cx.Value);
        Assert.True(anchor.BehindDoc!.Value);
        Assert.Equal(Centre(0, signer), Centre(1, date), 0.2);
        Assert.Equal(sealCentre, Centre(1, date), 0.2);
        Assert.True(Centre(0, signer) + (Width(signer) / 2) <= 442.2);
    }

    [Fact]
    public void Should_place_nothing_for_a_seal_not_yet_given_and_not_call_it_a_gap()
    {
        var result = Merge(WordFile.OfText("{{图:印章|42}}甲", "{{日期}}"), new() { ["印章"] = null, ["日期"] = "2026-11-23" });

        Assert.True(result.IsComplete);
        Assert.Equal("甲", WordFile.Paragraphs(result.Bytes)[0]);
    }

    [Fact]
    public void Should_draw_a_code_from_text_and_a_picture_from_a_data_address()
    {
        var picture = "data:image/png;base64," + Convert.ToBase64String(SamplePicture.For("签名"));

        var result = Merge(WordFile.OfText("{{图:二维码|22}}", "{{图:签名|30}}"), new() { ["二维码"] = "https://kaohe.example/v/1", ["签名"] = picture });

        using var document = WordprocessingDocument.Open(new MemoryStream(result.Bytes), false);
        Assert.Equal(2, document.MainDocumentPart!.ImageParts.Count());
        Assert.Equal([22 * 36000L, 30 * 36000L], document.MainDocumentPart.Document!.Descendants<DW.Extent>().Select(e => e.Cx!.Value));
        Assert.Empty(WordFile.Validate(result.Bytes));
    }

    [Fact]
    public void Should_refuse_a_picture_that_is_none()
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => Merge(WordFile.OfText("{{图:签名}}"), new() { ["签名"] = "hello"u8.ToArray() }));

        Assert.Equal(ProblemCodes.BadPicture, refusal.Problems[0].Code);
    }

    private static double Width(string text) => text.Sum(c => c < 0x2000 ? 8 : 15.75);
}
