using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Packages;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Packages;

/// <summary>Files made to harm: each ends in a clear message, without eating the machine.</summary>
public sealed class HostileFileTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A valid package whose main part is given.</summary>
    private static byte[] Package(string documentXml, params (string Name, byte[] Content)[] more) => Zip([
        ("[Content_Types].xml", Encoding.UTF8.GetBytes("""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")),
        ("_rels/.rels", Encoding.UTF8.GetBytes("""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""")),
        ("word/document.xml", Encoding.UTF8.GetBytes(documentXml)),
        .. more]);

    private static string Body(string inner) => $"""<w:document xmlns:w="{Word}"><w:body>{inner}</w:body></w:document>""";

    private static DocumentProblem Refusal(byte[] docx)
    {
        var check = Assert.Single(TemplateCheck.Check(new MemoryStream(docx)));
        var merge = Assert.Throws<DocumentRefusedException>(() => WordTemplate.Merge(new MemoryStream(docx), new Dictionary<string, object?>()));
        var convert = Assert.Throws<DocumentRefusedException>(() => WordToPdf.Convert(new MemoryStream(docx), Site.Options));
        Assert.Equal([check], merge.Problems);
        Assert.Equal([check], convert.Problems);
        return check;
    }

    [Fact]
    public void Should_stop_unpacking_a_zip_bomb()
    {
        var bomb = Package(Body("<w:p/>"), ("word/media/a.bin", new byte[150_000_000]));

        Assert.True(bomb.Length < 2_000_000);
        Assert.Equal(ProblemCodes.TooLarge, Refusal(bomb).Code);
    }

    [Fact]
    public void Should_unpack_no_more_of_a_part_than_the_file_claims()
    {
        var bomb = Package(Body("<w:p/>"), ("word/media/a.bin", new byte[150_000_000]));
        var directory = bomb.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(bomb.AsSpan(directory + 24), 10);

        Assert.Empty(TemplateCheck.Check(new MemoryStream(bomb)));
        Assert.Equal(1, WordToPdf.Convert(new MemoryStream(bomb), Site.Options).Pages);
    }

    [Fact]
    public void Should_refuse_external_entities()
    {
        var docx = Package($"""<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="{Word}"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>""");

        Assert.Equal(ProblemCodes.NotAWordFile, Refusal(docx).Code);
    }

    [Fact]
    public void Should_refuse_endless_nesting()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5000)) + "<w:p/>" + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5000));

        Assert.Equal(ProblemCodes.TooLarge, Refusal(Package(Body(deep))).Code);
    }

    [Fact]
    public void Should_refuse_broken_parts_and_too_many()
    {
        Assert.Equal(ProblemCodes.NotAWordFile, Refusal(Package("<w:document")).Code);
        Assert.Equal(ProblemCodes.NotAWordFile, Refusal(Zip(("a.txt", [1]))).Code);
        Assert.Equal(ProblemCodes.TooLarge, Refusal(Package(Body("<w:p/>"), [.. Enumerable.Range(0, 1200).Select(i => ($"word/x{i}.bin", (byte[])[1]))])).Code);
    }

    [Fact]
    public void Should_refuse_a_package_without_its_body()
    {
        Assert.Equal(ProblemCodes.NotAWordFile, Refusal(Package($"""<w:document xmlns:w="{Word}"/>""")).Code);
    }

    [Fact]
    public void Should_stop_at_a_table_of_a_thousand_pages()
    {
        var rows = Enumerable.Range(0, 30_000).Select(i => WordFile.Row(false, "第" + i + "行", "内容")).ToArray<OpenXmlElement>();
        var docx = WordFile.Of(new Table([new TableProperties(), new TableGrid(new GridColumn(), new GridColumn()), .. rows]), new Paragraph());

        var refusal = Assert.Throws<DocumentRefusedException>(() => WordToPdf.Convert(new MemoryStream(docx), Site.Options));

        Assert.Equal(ProblemCodes.TooLarge, refusal.Problems[0].Code);
        Assert.Contains("500", refusal.Message);
    }

    [Fact]
    public void Should_refuse_a_picture_of_impossible_size_without_unpacking_it()
    {
        var png = SamplePicture.Seal();
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 100_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 100_000);
        var docx = WordTemplate.Merge(new MemoryStream(WordFile.OfText("{{图:照片|40}}")), new Dictionary<string, object?> { ["照片"] = png }).Bytes;

        Assert.Equal(ProblemCodes.BadPicture, Assert.Single(WordToPdf.Convert(docx, Site.Options).Problems).Code);
    }

    [Theory]
    [InlineData("<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"0\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2147483647\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p/>")]
    [InlineData("<w:p><w:pPr><w:spacing w:line=\"0\" w:lineRule=\"exact\"/><w:ind w:left=\"999999\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"0\"/><w:w w:val=\"0\"/></w:rPr><w:t>字字字</w:t></w:r></w:p>")]
    [InlineData("<w:p><w:pPr><w:tabs><w:tab w:val=\"right\" w:pos=\"-99999\"/></w:tabs></w:pPr><w:r><w:tab/><w:tab/><w:t>字</w:t></w:r></w:p>")]
    [InlineData("<w:tbl><w:tr/></w:tbl><w:p/>")]
    [InlineData("<w:p><w:r><w:br w:type=\"page\"/><w:br w:type=\"page\"/></w:r></w:p>")]
    public void Should_survive_absurd_values(string inner)
    {
        var result = WordToPdf.Convert(new MemoryStream(Package(Body(inner))), Site.Options);

        Assert.InRange(result.Pages, 1, 10);
    }

    [Fact]
    public void Should_refuse_margins_that_leave_no_room()
    {
        var docx = Package(Body("<w:p/><w:sectPr><w:pgMar w:top=\"9000\" w:bottom=\"9000\" w:left=\"1\" w:right=\"1\" w:header=\"1\" w:footer=\"1\" w:gutter=\"0\"/></w:sectPr>"));

        Assert.Equal("bad-page", Assert.Throws<DocumentRefusedException>(() => WordToPdf.Convert(docx, Site.Options)).Problems[0].Code);
    }

    [Fact]
    public void Should_read_no_more_than_the_file_limit()
    {
        var refusal = Assert.Throws<DocumentRefusedException>(() => DocxGuard.Read(new MemoryStream(new byte[3000]), new DocxLimits { FileBytes = 2000 }));

        Assert.Equal(ProblemCodes.TooLarge, refusal.Problems[0].Code);
    }
}
