using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kaohe.Documents.Templates;
using Kaohe.Documents.Tests.Support;
using Xunit;

namespace Kaohe.Documents.Tests.Pdf;

public sealed class WordToPdfTests
{
    private const string Relations = "word/_rels/document.xml.rels";

    public static TheoryData<string> Names => [.. TemplateCatalogue.All.Select(template => template.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Should_show_every_template_faithfully_in_a_sound_file(string name)
    {
        var docx = Site.Document(name);

        var result = WordToPdf.Convert(docx, Site.Options);

        Assert.Empty(result.Problems);
        var path = Site.Save(result.Bytes, "a.pdf");
        Assert.Contains("No syntax or stream encoding errors", await Shell.Run("qpdf", "--check", path));
        var fonts = (await Shell.Run("pdffonts", path)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        Assert.All(fonts, line => Assert.Matches(@"^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes", line));
        var source = TextOf(docx);
        Assert.Equal(source, Squeezed(await StructureOf(path)));
        Assert.Subset(Counted(await TextOfPdf(path)), Counted(source));
    }

    [Fact]
    public async Task Should_show_a_document_that_links_to_an_address_that_is_none()
    {
        var result = WordToPdf.Convert(WithLink(WordFile.OfText("见附件。"), "mailto:kaohe@@city@example:no"), Site.Options);

        Assert.Equal("见附件。", Squeezed(await TextOfPdf(Site.Save(result.Bytes, "a.pdf"))));
    }

    [Fact]
    public async Task Should_keep_rare_names_and_shared_glyphs_searchable()
    {
        const string text = "喆堃㛃𬭎昇镕翀赟，目标、青年、见面：目⽬一⼀见⻅。";

        var result = WordToPdf.Convert(WordFile.OfText(text), Site.Options);

        Assert.Empty(result.Problems);
        Assert.Equal(text, Squeezed(await TextOfPdf(Site.Save(result.Bytes, "a.pdf"))));
    }

    [Fact]
    public void Should_name_the_character_that_no_face_holds()
    {
        var result = WordToPdf.Convert(WordFile.OfText("王\U00031350、李\U00031350。"), Site.Options);

        var problem = Assert.Single(result.Problems);
        Assert.Equal(ProblemCodes.MissingGlyph, problem.Code);
        Assert.Contains("\U00031350", problem.Message);
        Assert.Contains("U+31350", problem.Message);
        Assert.False(result.IsFaithful);
    }

    [Fact]
    public void Should_give_the_same_bytes_for_the_same_document_and_moment()
    {
        var docx = Site.Document("结果通知书");
        var first = WordToPdf.Convert(docx, Site.Options).Bytes;

        var all = new byte[8][];
        Parallel.For(0, all.Length, i => all[i] = WordToPdf.Convert(docx, Site.Options).Bytes);

        Assert.All(all, bytes => Assert.Equal(first, bytes));
        Assert.NotEqual(first, WordToPdf.Convert(docx, Site.Options with { Created = Site.Options.Created.AddSeconds(1) }).Bytes);
    }

    [Fact]
    public async Task Should_declare_archive_form_language_and_structure()
    {
        var path = Site.Save(WordToPdf.Convert(Site.Document("结果通知书"), Site.Options).Bytes, "a.pdf");

        var metadata = await Shell.Run("pdfinfo", "-meta", path);
        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", metadata);
        Assert.Contains("Title:           2026年度目标责任考核结果通知书", await Shell.Run("pdfinfo", path));
        var structure = await Shell.Run("pdfinfo", "-struct-text", path);
        Assert.Contains("H1", structure);
        Assert.Contains("Table", structure);
        Assert.Contains("TH", structure);
        Assert.Contains("\"得分构成\"", structure);
        Assert.Contains("Tagged:          yes", await Shell.Run("pdfinfo", path));
    }

    [Fact]
    public async Task Should_print_a_code_that_a_phone_reads()
    {
        var path = Site.Save(WordToPdf.Convert(Site.Document("结果通知书"), Site.Options).Bytes, "a.pdf");
        var picture = Path.ChangeExtension(path, null);
        await Shell.Run("pdftoppm", "-r", "150", "-f", "3", "-l", "3", "-singlefile", "-png", path, picture);

        Assert.Contains("https://kaohe.example.gov.cn/verify/7Q2M9KXD41PA", await Shell.Run("zbarimg", "-q", picture + ".png"));
    }

    private static Task<string> TextOfPdf(string path) => Shell.Run("pdftotext", "-raw", path, "-");

    private static string TextOf(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return Squeezed(string.Concat(document.MainDocumentPart!.Document!.Body!.Descendants<Text>().Select(text => text.Text)));
    }

    /// <summary>The text as the tagged structure tells it: reading order, without page numbers and repeated table headers.</summary>
    private static async Task<string> StructureOf(string path) => string.Concat((await Shell.Run("pdfinfo", "-struct-text", path)).Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith('"') && line.EndsWith('"'))
        .Select(line => line[1..^1]));

    private static string Squeezed(string text) => string.Concat(text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune)));

    /// <summary>Each character with its number of occurrences so far: 目1 目2 …, so that sets compare counts.</summary>
    private static HashSet<string> Counted(string text)
    {
        var seen = new Dictionary<Rune, int>();
        return [.. Squeezed(text).EnumerateRunes().Select(rune => $"{rune}{seen[rune] = seen.GetValueOrDefault(rune) + 1}")];
    }

    private static byte[] WithLink(byte[] docx, string address)
    {
        using var file = new MemoryStream();
        file.Write(docx);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(Relations)?.Delete();
            using var part = new StreamWriter(zip.CreateEntry(Relations).Open());
            part.Write($"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="{address}" TargetMode="External"/></Relationships>
                """);
        }

        return file.ToArray();
    }
}
